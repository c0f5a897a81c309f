#!/usr/bin/env bash
# Tool:    @tensorflow/tfjs-layers 4.22.0 (npm), batchNormalization({ trainable: false })
# Guess:   as in Keras: a frozen layer normalizes with its moving averages and leaves them alone, also inside fit.
# Does:    only gamma and beta are frozen; fit normalizes with the batch and moves the averages on.
# Matters: the frozen part of a model that is fine-tuned changes its answers; the recipe ported from Keras gives
#          other results.
# Source:  Keras documents trainable = False as inference mode for this layer; the documentation of TensorFlow.js
#          has no word on it.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0 @tensorflow/tfjs-layers@4.22.0
cat > see.mjs <<'JS'
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
await tf.setBackend('cpu');
const norm = layers.batchNormalization({ trainable: false });
const model = sequential({ layers: [layers.dense({ units: 1, inputShape: [1], kernelInitializer: 'ones' }), norm] });
model.compile({ optimizer: tf.train.sgd(0), loss: 'meanSquaredError' });
const averages = () => norm.getWeights().map((w, i) => `${['gamma', 'beta', 'mean', 'variance'][i]} ${w.dataSync()[0].toFixed(3)}`).join(' ');
console.log('before', averages());
const x = tf.tensor2d([[0], [4]]);
const { history } = await model.fit(x, tf.tensor2d([[0], [0]]), { epochs: 1, verbose: 0 });
console.log('after ', averages());
console.log('loss during fit', history.loss[0].toFixed(3), '(with the averages it would be 8)');
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
before gamma 1.000 beta 0.000 mean 0.000 variance 1.000
after  gamma 1.000 beta 0.000 mean 0.020 variance 1.030
loss during fit 1.000 (with the averages it would be 8)
EOF
