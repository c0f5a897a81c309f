#!/usr/bin/env bash
# Tool:    seedrandom 3.0.5 (npm)
# Guess:   texts that differ are seeds that differ.
# Does:    a text that repeats itself is the same seed as its period, and of each character only the lower 8 bits
#          count: "1", "11" and "111" are one seed, "a" and "š" too. Numbers are safe.
# Matters: runs named "1" and "11", or learners' names as seeds, share one stream: two "independent" runs agree to
#          the last digit.
# Source:  the README says that any text may be a seed; the text is the key of RC4, which repeats a key up to 256
#          bytes.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts seedrandom@3.0.5
cat > see.mjs <<'JS'
import seedrandom from 'seedrandom';
const first = (seed) => seedrandom(seed)().toFixed(6);
for (const seeds of [['1', '11', '111'], ['ab', 'abab', 'ba'], ['a', 'š', 'b'], [1, 11, 111]]) {
  console.log(...seeds.map((seed) => `${JSON.stringify(seed)} ${first(seed)}`));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
"1" 0.269449 "11" 0.269449 "111" 0.269449
"ab" 0.273354 "abab" 0.273354 "ba" 0.457755
"a" 0.434494 "š" 0.434494 "b" 0.849260
1 0.177635 11 0.257352 111 0.970418
EOF
