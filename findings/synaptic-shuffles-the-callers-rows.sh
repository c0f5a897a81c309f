#!/usr/bin/env bash
# Tool:    synaptic 1.1.4 (npm), Trainer.train with shuffle: true
# Guess:   the order of the epochs is shuffled, the array of the caller is left as it is.
# Does:    the array itself is shuffled in place, and stays so.
# Matters: labels kept in a second array, a split taken afterwards with slice, or a second model trained "on the
#          same order" no longer fit the rows.
# Source:  the README names the option shuffle among those of train, and does not say whose order it changes.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts synaptic@1.1.4 seedrandom@3.0.5
cat > see.mjs <<'JS'
import seedrandom from 'seedrandom';
import synaptic from 'synaptic';
seedrandom('x', { global: true });
const rows = [0, 1, 2, 3, 4, 5].map((i) => ({ input: [i / 5], output: [i > 2 ? 1 : 0] }));
const order = () => rows.map((row) => row.input[0]).join(' ');
console.log('before         ', order());
for (const shuffle of [false, true]) {
  new synaptic.Trainer(new synaptic.Architect.Perceptron(1, 2, 1)).train(rows, { iterations: 1, shuffle });
  console.log(`shuffle: ${shuffle}`.padEnd(15), order());
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
before          0 0.2 0.4 0.6 0.8 1
shuffle: false  0 0.2 0.4 0.6 0.8 1
shuffle: true   0.6 0.8 1 0.2 0 0.4
EOF
