#!/usr/bin/env bash
# Tool:    simple-statistics 7.12.1 (npm), cumulativeStdNormalProbability
# Guess:   the normal distribution to double precision, so that z = 6 has a two-sided p of 2e-9.
# Does:    a printed table of four digits and steps of 0.01, which ends at 3.09: no z has a two-sided p below .002,
#          and z is rounded first.
# Matters: with a limit corrected for 26 comparisons or more (.05 / 26 < .002) nothing can ever be found different;
#          p-values change in steps.
# Source:  the docstring says that a table may be used and names the error function as the exact way; it names
#          neither the digits nor the end.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts simple-statistics@7.12.1
cat > see.mjs <<'JS'
import { cumulativeStdNormalProbability as table, errorFunction } from 'simple-statistics';
const exact = (z) => 0.5 + 0.5 * errorFunction(z / Math.SQRT2);
for (const z of [1, 1.004, 1.006, 3, 3.09, 3.5, 6]) {
  console.log('z', z, 'table', table(z), 'error function', exact(z).toFixed(6), 'two-sided p by table', (2 * (1 - table(z))).toFixed(4));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
z 1 table 0.8413 error function 0.841345 two-sided p by table 0.3174
z 1.004 table 0.8413 error function 0.842311 two-sided p by table 0.3174
z 1.006 table 0.8438 error function 0.842792 two-sided p by table 0.3124
z 3 table 0.9987 error function 0.998650 two-sided p by table 0.0026
z 3.09 table 0.999 error function 0.998999 two-sided p by table 0.0020
z 3.5 table 0.999 error function 0.999767 two-sided p by table 0.0020
z 6 table 0.999 error function 1.000000 two-sided p by table 0.0020
EOF
