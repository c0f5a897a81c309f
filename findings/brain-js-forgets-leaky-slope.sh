#!/usr/bin/env bash
# Tool:    brain.js 1.6.1 (npm), toJSON and fromJSON of a network with leaky-relu
# Guess:   the saved network answers as the trained one: the README offers toJSON to train offline and predict
#          elsewhere.
# Does:    the slope leakyReluAlpha is not saved; after fromJSON it is the default .01 again, and the answers are
#          others. toFunction() keeps it.
# Matters: a graded or published model scores worse than in the notebook, with no message.
# Source:  the README documents leakyReluAlpha as an option and toJSON as the way to save.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts brain.js@1.6.1 seedrandom@3.0.5
cat > see.mjs <<'JS'
import seedrandom from 'seedrandom';
import brain from 'brain.js';
seedrandom('x', { global: true });
const data = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map(([a, b, y]) => ({ input: [a, b], output: [y] }));
for (const leakyReluAlpha of [0.01, 0.3]) {
  const trained = new brain.NeuralNetwork({ hiddenLayers: [3], activation: 'leaky-relu', leakyReluAlpha });
  trained.train(data, { iterations: 300 });
  const loaded = new brain.NeuralNetwork();
  loaded.fromJSON(JSON.parse(JSON.stringify(trained.toJSON())));
  const answer = (run) => run([0, 1])[0].toFixed(4);
  console.log('slope', leakyReluAlpha, 'trained', answer((x) => trained.run(x)), 'fromJSON', answer((x) => loaded.run(x)), 'toFunction', answer(trained.toFunction()));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
slope 0.01 trained 0.4896 fromJSON 0.4896 toFunction 0.4896
slope 0.3 trained 0.9247 fromJSON 0.0308 toFunction 0.9247
EOF
