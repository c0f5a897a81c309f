#!/usr/bin/env bash
# Tool:    d3-random 3.0.2 (npm), randomLcg
# Guess:   randomLcg(1), randomLcg(2) … are streams that differ from the first number on.
# Does:    for whole seeds the first number is .2361 + .00039 per seed: the seeds 0 to 50 all start between .236 and
#          .256.
# Matters: the first uniform draw, often a weight, a coin or the first row of a shuffle, is practically the same for
#          all seeds of an experiment.
# Source:  the documentation allows a real number in [0, 1) or any integer.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts d3-random@3.0.2
cat > see.mjs <<'JS'
import { randomInt, randomLcg } from 'd3-random';
for (const seed of [0, 1, 2, 3, 42, 50]) {
  const next = randomLcg(seed);
  const pick = randomInt.source(randomLcg(seed))(0, 10);
  console.log('seed', seed, 'first', next().toFixed(4), 'second', next().toFixed(4), 'first of ten rows', pick());
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
seed 0 first 0.2361 second 0.2786 first of ten rows 2
seed 1 first 0.2365 second 0.3693 first of ten rows 2
seed 2 first 0.2368 second 0.4600 first of ten rows 2
seed 3 first 0.2372 second 0.5507 first of ten rows 2
seed 42 first 0.2523 second 0.0881 first of ten rows 2
seed 50 first 0.2554 second 0.8138 first of ten rows 2
EOF
