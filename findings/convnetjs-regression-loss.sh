#!/usr/bin/env bash
# Tool:    convnetjs 0.3.0 (npm), the regression layer
# Guess:   the loss is (output - target)^2 / 2, whose gradient is output - target, or the square, with twice that.
# Does:    the loss is 2 (output - target)^2, the gradient output - target: a quarter of the slope of the loss it
#          reports.
# Matters: a check of the gradient by finite differences, the usual exercise, fails by a factor of 4; a penalty acts
#          four times as strongly as the reported sum of loss and penalty says.
# Source:  build/convnet.js: the gradient is dy, the loss 2 * dy * dy.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts convnetjs@0.3.0
cat > see.mjs <<'JS'
import convnet from 'convnetjs';

const net = new convnet.Net();
net.makeLayers([{ type: 'input', out_sx: 1, out_sy: 1, out_depth: 1 }, { type: 'regression', num_neurons: 1 }]);
const { filters: [filter] } = net.layers[1];
const loss = (w) => {
  filter.w[0] = w;
  net.forward(new convnet.Vol([1]), true);
  return net.backward([0]);
};
const slope = (loss(3 + 1e-6) - loss(3 - 1e-6)) / 2e-6;
filter.dw[0] = 0;
console.log('output 3, target 0: loss', loss(3), 'gradient', filter.dw[0], 'slope of the loss', slope.toFixed(3));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
output 3, target 0: loss 18 gradient 3 slope of the loss 12.000
EOF
