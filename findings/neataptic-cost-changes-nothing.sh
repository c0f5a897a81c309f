#!/usr/bin/env bash
# Tool:    neataptic 1.4.7 (npm), the option cost of train
# Guess:   the cost is what training minimizes: cross-entropy and squared error give different weights.
# Does:    the cost is only reported; the error that flows back is always target minus output. Four costs give the
#          same weights to the last bit.
# Matters: a comparison of losses, a usual first exercise, compares nothing; only the printed errors differ, and
#          with them the epoch at which training stops.
# Source:  documentation of train: "cost - The cost function to use"; the source of Node.propagate has no cost in
#          it.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts neataptic@1.4.7 seedrandom@3.0.5
cat > see.mjs <<'JS'
import seedrandom from 'seedrandom';
import neataptic from 'neataptic';
const { architect, methods } = neataptic;
const data = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map(([a, b, y]) => ({ input: [a, b], output: [y] }));
let reference;
for (const name of ['MSE', 'CROSS_ENTROPY', 'MAE', 'HINGE']) {
  seedrandom('one seed', { global: true });
  const network = new architect.Perceptron(2, 3, 1);
  const { error } = network.train(data, { iterations: 100, rate: 0.3, error: 0, cost: methods.cost[name] });
  const weights = JSON.stringify(network.connections.map(({ weight }) => weight));
  reference ??= weights;
  console.log(name.padEnd(13), 'error', error.toFixed(4), 'first weight', network.connections[0].weight.toFixed(6), 'all as MSE:', weights === reference);
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
MSE           error 0.3027 first weight 0.436585 all as MSE: true
CROSS_ENTROPY error 0.8003 first weight 0.436585 all as MSE: true
MAE           error 0.5472 first weight 0.436585 all as MSE: true
HINGE         error 0.7742 first weight 0.436585 all as MSE: true
EOF
