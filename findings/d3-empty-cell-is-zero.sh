#!/usr/bin/env bash
# Tool:    d3-dsv 3.0.2 with d3-array 3.2.5 (npm)
# Guess:   d3.mean ignores missing values, so a missing cell of a CSV file is left out, as pandas does.
# Does:    without autoType a missing cell is an empty text, and an empty text counts as 0: the mean falls and the
#          minimum becomes empty. With autoType it is null, and left out.
# Matters: a learner who plots the mean loss of five seeds, one of which is missing, sees a mean that is a fifth too
#          low, while NaN written as a word is left out.
# Source:  d3-array documents that undefined, null and NaN are ignored; the conversion by + is what turns an empty
#          text into 0.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts d3-dsv@3.0.2 d3-array@3.2.5
cat > see.mjs <<'JS'
import { csvParse, autoType } from 'd3-dsv';
import { mean, min, sum, median } from 'd3-array';
const text = 'seed,loss\n1,0.5\n2,\n3,0.7\n4,NaN\n';
for (const [name, rows] of [['plain   ', csvParse(text)], ['autoType', csvParse(text, autoType)]]) {
  const loss = (row) => row.loss;
  console.log(name, 'mean', mean(rows, loss), 'median', median(rows, loss), 'min', JSON.stringify(min(rows, loss)), 'sum', sum(rows, loss));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
plain    mean 0.39999999999999997 median 0.5 min "" sum 1.2
autoType mean 0.6 median 0.6 min 0.5 sum 1.2
EOF
