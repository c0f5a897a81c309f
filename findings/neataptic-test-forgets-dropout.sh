#!/usr/bin/env bash
# Tool:    neataptic 1.4.7 (npm), test() and activate() after training with dropout
# Guess:   test() measures the network that activate() runs: both multiply the hidden units by 1 - rate.
# Does:    activate() does, but test() runs noTraceActivate(), which does not: the error it gives is that of another
#          network.
# Matters: the error measured for a network with dropout is not that of the network whose answers one uses; a
#          comparison of rates compares the wrong ones.
# Source:  the source of test() sets the masks and then calls the function that reads none.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts neataptic@1.4.7 seedrandom@3.0.5
cat > see.mjs <<'JS'
import seedrandom from 'seedrandom';
import neataptic from 'neataptic';
seedrandom('one seed', { global: true });
const data = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map(([a, b, y]) => ({ input: [a, b], output: [y] }));
for (const dropout of [0, 0.5]) {
  const network = new neataptic.architect.Perceptron(2, 4, 1);
  network.train(data, { iterations: 500, rate: 0.3, error: 0, dropout });
  const outputs = (run) => data.map((row) => run.call(network, row.input)[0]);
  const error = (values) => values.reduce((sum, value, i) => sum + (data[i].output[0] - value) ** 2 / data.length, 0);
  const [active, untraced] = [outputs(network.activate), outputs(network.noTraceActivate)].map(error);
  const tested = network.test(data).error;
  console.log('dropout', dropout, 'test() is the error of activate():', Math.abs(tested - active) < 1e-9, ' of noTraceActivate():', Math.abs(tested - untraced) < 1e-9);
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
dropout 0 test() is the error of activate(): true  of noTraceActivate(): true
dropout 0.5 test() is the error of activate(): false  of noTraceActivate(): true
EOF
