#!/usr/bin/env bash
# Tool:    ml-stat 1.3.3 (npm), array.standardize
# Guess:   standardize([2, 4, 6]) is [-1, 0, 1]: the mean is taken away and the rest divided by the standard
#          deviation.
# Does:    it divides and does not take the mean away: [1, 2, 3]. array.center takes the mean away from a copy, and
#          returns nothing.
# Matters: inputs "standardized" this way still have their mean; a penalty on weights then acts on another problem,
#          and a bias has to make up for it.
# Source:  the package has no documentation but its source.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts ml-stat@1.3.3
cat > see.mjs <<'JS'
import stat from 'ml-stat';
const { standardize, center, mean } = stat.array;
const x = [2, 4, 6];
console.log('standardize', standardize(x), 'mean', mean(standardize(x)));
console.log('center returns', center(x), 'and x is now', x);
console.log('both', standardize(x));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
standardize [ 1, 2, 3 ] mean 2
center returns undefined and x is now [ 2, 4, 6 ]
both [ 1, 2, 3 ]
EOF
