#!/usr/bin/env bash
# Tool:    simple-statistics 7.12.1 (npm), probit
# Guess:   probit(.975) is 1.95996, as in every other library; the docstring calls it the inverse of
#          cumulativeStdNormalProbability.
# Does:    it is 1.9572: an approximation that is off in the third digit, by .009 at .999.
# Matters: intervals come out narrower than with scipy, jstat or d3, and a grader that compares with a tolerance of
#          .001 rejects a right answer.
# Source:  the docstring states no error; the source uses a closed formula for the inverse error function.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts simple-statistics@7.12.1 jstat@1.9.6
cat > see.mjs <<'JS'
import { probit } from 'simple-statistics';
import jstat from 'jstat';
for (const p of [0.9, 0.95, 0.975, 0.995, 0.999]) {
  console.log(p, 'simple-statistics', probit(p).toFixed(4), 'jstat', jstat.normal.inv(p, 0, 1).toFixed(4));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
0.9 simple-statistics 1.2811 jstat 1.2816
0.95 simple-statistics 1.6434 jstat 1.6449
0.975 simple-statistics 1.9572 jstat 1.9600
0.995 simple-statistics 2.5692 jstat 2.5758
0.999 simple-statistics 3.0801 jstat 3.0902
EOF
