#!/usr/bin/env bash
# Tool:    neataptic 1.4.7 (npm), methods.cost.MSLE
# Guess:   the mean squared logarithmic error: never negative, 0 for a perfect answer, larger the worse.
# Does:    the logarithms' difference is neither squared nor averaged, so it is hugely negative when a target is 0;
#          training ends after one epoch, for the error is below the goal.
# Matters: a learner who tries every cost of the list finds one that "trains" at once, with the lowest error of all,
#          and a network that knows nothing.
# Source:  the source calls it "Mean Squared Logarithmic Error".
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts neataptic@1.4.7 seedrandom@3.0.5
cat > see.mjs <<'JS'
import seedrandom from 'seedrandom';
import neataptic from 'neataptic';
const { architect, methods } = neataptic;
seedrandom('one seed', { global: true });
console.log('target 1, output .5:', methods.cost.MSLE([1], [0.5]).toFixed(4), ' target 0, output .5:', methods.cost.MSLE([0], [0.5]).toFixed(4));
const data = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map(([a, b, y]) => ({ input: [a, b], output: [y] }));
const { error, iterations } = new architect.Perceptron(2, 3, 1).train(data, { iterations: 1000, error: 0.01, cost: methods.cost.MSLE });
console.log('training with the goal .01: error', error.toFixed(2), 'after', iterations, 'iteration');
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
target 1, output .5: 0.6931  target 0, output .5: -33.8456
training with the goal .01: error -16.58 after 1 iteration
EOF
