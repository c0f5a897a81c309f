#!/usr/bin/env bash
# Tool:    convnetjs 0.3.0 (npm), Trainer with method: "adam"
# Guess:   Adam: the sources on GitHub list sgd, adam, adagrad, adadelta, windowgrad and nesterov; or else an error
#          for an unknown method.
# Does:    the release on npm has no Adam: any unknown method, a misspelt one too, trains with plain SGD and
#          momentum .9.
# Matters: a comparison of optimizers shows two curves that lie on each other; a learning rate chosen for Adam is
#          applied to SGD.
# Source:  build/convnet.js of the package: the last else branch is "assume SGD".
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts convnetjs@0.3.0
cat > see.mjs <<'JS'
import convnet from 'convnetjs';

const steps = (method) => {
  const net = new convnet.Net();
  net.makeLayers([{ type: 'input', out_sx: 1, out_sy: 1, out_depth: 1 }, { type: 'regression', num_neurons: 1 }]);
  const weight = net.layers[1].filters[0].w;
  weight[0] = 1;
  const trainer = new convnet.Trainer(net, { method, learning_rate: 0.1, momentum: 0.9, batch_size: 1 });
  return [1, 2, 3].map(() => (trainer.train(new convnet.Vol([1]), [0]), weight[0].toFixed(4))).join(' ');
};
for (const method of ['sgd', 'adam', 'no such method', 'adagrad']) console.log(method.padEnd(15), steps(method));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
sgd             0.9000 0.7300 0.5310
adam            0.9000 0.7300 0.5310
no such method  0.9000 0.7300 0.5310
adagrad         0.9000 0.8375 0.7909
EOF
