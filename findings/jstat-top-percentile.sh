#!/usr/bin/env bash
# Tool:    jstat 1.9.6 (npm), jStat.percentile
# Guess:   it interpolates linearly between neighbours, as numpy.percentile and d3.quantile do (and as its lower
#          percentiles show).
# Does:    it does not interpolate between the two largest values: every percentile above (n - 2) / (n - 1) is the
#          second largest value, until 1.
# Matters: a bootstrap or a spread over five seeds gets an interval whose lower end is right and whose upper end is
#          too low.
# Source:  the parameter inclusive or exclusive is documented as in spreadsheets; a comparison of index + 1 with the
#          length loses the last gap.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts jstat@1.9.6 d3-array@3.2.5
cat > see.mjs <<'JS'
import jstat from 'jstat';
import { quantile } from 'd3-array';
const accuracy = [1, 2, 3, 4, 5];
for (const p of [0.025, 0.1, 0.5, 0.7, 0.8, 0.9, 0.975, 1]) {
  console.log(p, 'jstat', jstat.percentile(accuracy, p).toFixed(3), 'd3', quantile(accuracy, p).toFixed(3));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
0.025 jstat 1.100 d3 1.100
0.1 jstat 1.400 d3 1.400
0.5 jstat 3.000 d3 3.000
0.7 jstat 3.800 d3 3.800
0.8 jstat 4.000 d3 4.200
0.9 jstat 4.000 d3 4.600
0.975 jstat 4.000 d3 4.900
1 jstat 5.000 d3 5.000
EOF
