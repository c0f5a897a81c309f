#!/usr/bin/env bash
# Tool:    @tensorflow/tfjs-core 4.22.0 with the cpu backend (npm), tf.train.adadelta
# Guess:   Adadelta: small first steps that depend on past gradients and updates, as in Keras and PyTorch.
# Does:    every step is learningRate times the gradient: it is SGD. It divides by the sum of past gradients before
#          adding today's, and both sums stay equal forever.
# Matters: a comparison of optimizers has two names for one curve, and rate 1, the usual choice for Adadelta, jumps
#          back and forth.
# Source:  the documentation links the paper; in adadelta_optimizer.ts the update reads accumulatedGrad, not
#          newAccumulatedGrad.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0 @tensorflow/tfjs-layers@4.22.0
cat > see.mjs <<'JS'
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-layers'; // registers the gradients
await tf.setBackend('cpu');
const steps = (optimizer) => {
  const w = tf.variable(tf.scalar(1));
  return [1, 2, 3, 4].map(() => {
    optimizer.minimize(() => tf.square(w));
    return w.dataSync()[0].toFixed(6);
  }).join(' ');
};
console.log('sgd(.1)     ', steps(tf.train.sgd(0.1)));
console.log('adadelta(.1)', steps(tf.train.adadelta(0.1)));
console.log('adagrad(.1) ', steps(tf.train.adagrad(0.1)));
console.log('adadelta(1) ', steps(tf.train.adadelta(1)));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
sgd(.1)      0.800000 0.640000 0.512000 0.409600
adadelta(.1) 0.800000 0.640000 0.512000 0.409600
adagrad(.1)  0.901227 0.834737 0.782299 0.738194
adadelta(1)  -1.000000 1.000000 -1.000000 1.000000
EOF
