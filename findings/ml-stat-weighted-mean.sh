#!/usr/bin/env bash
# Tool:    ml-stat 1.3.3 (npm), array.weightedMean and weightedVariance
# Guess:   weights are relative, as in numpy.average: weightedMean([1, 2, 3], [1, 1, 2]) is 2.25, and equal weights
#          give the mean.
# Does:    the mean is not divided by the sum of the weights, so it is 9, and equal weights of 1 give the sum.
#          weightedVariance divides, but around that wrong mean.
# Matters: an accuracy of classes weighted by their sizes comes out above 1, or, with weights just below 1, wrong
#          without looking so.
# Source:  the package has no documentation but its source; nothing checks that the weights add up to 1.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts ml-stat@1.3.3
cat > see.mjs <<'JS'
import stat from 'ml-stat';
const { weightedMean, weightedVariance, variance } = stat.array;
const x = [1, 2, 3];
for (const w of [[1, 1, 2], [0.25, 0.25, 0.5], [1, 1, 1]]) {
  console.log(w, 'mean', weightedMean(x, w), 'variance', weightedVariance(x, w).toFixed(4));
}
console.log('plain variance', variance(x));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
[ 1, 1, 2 ] mean 9 variance 74.0000
[ 0.25, 0.25, 0.5 ] mean 2.25 variance 1.1000
[ 1, 1, 1 ] mean 6 variance 25.0000
plain variance 1
EOF
