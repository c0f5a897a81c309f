#!/usr/bin/env bash
# Tool:    jstat 1.9.6 (npm), normalci and tci
# Guess:   for the same values the two intervals differ by the quantile alone: 1.96 against that of the t
#          distribution.
# Does:    normalci divides the sum of squares by n, tci by n - 1: the normal interval is narrower by sqrt((n - 1) /
#          n) on top of its smaller quantile.
# Matters: with the three to five seeds of a learner the "95 %" interval of normalci is 11 to 18 % narrower than the
#          normal interval of a textbook.
# Source:  the documentation of both says nothing on the spread; jStat.stdev is documented to take the population by
#          default.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts jstat@1.9.6
cat > see.mjs <<'JS'
import jstat from 'jstat';
const values = [1, 2, 3, 6];
const n = values.length;
const half = ([low, high]) => (high - low) / 2;
const normal = half(jstat.normalci(3, 0.05, values)) / jstat.normal.inv(0.975, 0, 1);
const student = half(jstat.tci(3, 0.05, values)) / jstat.studentt.inv(0.975, n - 1);
console.log('spread behind normalci', (normal * Math.sqrt(n)).toFixed(4), 'population', jstat.stdev(values).toFixed(4));
console.log('spread behind tci     ', (student * Math.sqrt(n)).toFixed(4), 'sample    ', jstat.stdev(values, true).toFixed(4));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
spread behind normalci 1.8708 population 1.8708
spread behind tci      2.1602 sample     2.1602
EOF
