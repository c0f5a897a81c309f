// The five-model job in TensorFlow.js on its WASM backend: its own matrices, gradients and Adam, in float32.

const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

const models = [
  [0, 0, 0, false],
  [0.001, 0, 0, false],
  [0, 0.001, 0, false],
  [0, 0, 0.5, false],
  [0, 0, 0, true],
]; // l1, l2, dropout, keeps best
const batch = 64;

/** @param load the `require` of the folder in which TensorFlow.js is installed */
module.exports = async (load) => {
  const [folder, epochs] = [process.argv[2], Number(process.argv[3])];
  const tf = load('@tensorflow/tfjs');
  const wasm = load('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${dirname(load.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
  await tf.setBackend('wasm');
  await tf.ready();

  const task = JSON.parse(readFileSync(join(folder, 'task.json'), 'utf8'));
  const { sizes } = task;
  const numbers = (name, Type) => new Type(Uint8Array.from(readFileSync(join(folder, name))).buffer);
  const part = (name) => {
    const labels = tf.tensor1d(task.labels[name], 'int32');
    const x = tf.tensor2d(Float32Array.from(numbers(`${name}.f64`, Float64Array)), [labels.size, sizes[0]]);
    return { x, labels, oneHot: tf.oneHot(labels, sizes.at(-1)).toFloat() };
  };
  const [train, validation, test] = ['train', 'validation', 'test'].map(part);
  const n = train.labels.size;
  const order = numbers('order.i32', Int32Array);

  const accuracies = [];
  let firstEpoch;
  const start = performance.now();
  for (const [l1, l2, rate, keeps] of models) {
    const layers = sizes
      .slice(1)
      .map((units, i) => [
        tf.variable(tf.tensor2d(Float32Array.from(numbers(`w${i + 1}.f64`, Float64Array)), [sizes[i], units])),
        tf.variable(tf.zeros([units])),
      ]);
    const variables = layers.flat();
    const optimizer = tf.train.adam(0.001, 0.9, 0.999, 1e-8);
    const net = (x, training) =>
      layers.reduce((a, [w, b], i) => {
        const z = tf.add(tf.matMul(a, w), b);
        if (i === layers.length - 1) return z;
        const h = tf.relu(z);
        return training && rate ? tf.dropout(h, rate) : h;
      }, x);
    const objective = (x, oneHot) => {
      let loss = tf.losses.softmaxCrossEntropy(oneHot, net(x, true));
      if (l1) for (const [w] of layers) loss = loss.add(w.abs().sum().mul(l1));
      if (l2) for (const [w] of layers) loss = loss.add(w.square().sum().mul(l2));
      return loss;
    };
    const evaluate = ({ x, labels, oneHot }) =>
      tf.tidy(() => {
        const z = net(x, false);
        return [tf.losses.softmaxCrossEntropy(oneHot, z).dataSync()[0], z.argMax(1).equal(labels).mean().dataSync()[0]];
      });
    let best = Infinity;
    let kept;
    for (let epoch = 0; epoch < epochs; epoch++) {
      tf.tidy(() => {
        const rows = tf.tensor1d(order.subarray(epoch * n, (epoch + 1) * n), 'int32');
        const [xs, ys] = [tf.gather(train.x, rows), tf.gather(train.oneHot, rows)];
        for (let at = 0; at < n; at += batch) {
          const size = Math.min(batch, n - at);
          tf.tidy(
            () =>
              void optimizer.minimize(
                () => objective(tf.slice(xs, [at, 0], [size, -1]), tf.slice(ys, [at, 0], [size, -1])),
                false,
                variables,
              ),
          );
        }
      });
      evaluate(train);
      const [loss] = evaluate(validation);
      if (keeps && loss < best) {
        best = loss;
        kept?.forEach((tensor) => tensor.dispose());
        kept = variables.map((tensor) => tensor.clone());
      }
      firstEpoch ??= performance.now() / 1000;
    }
    if (keeps) variables.forEach((variable, i) => variable.assign(kept[i]));
    accuracies.push(evaluate(test)[1]);
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(JSON.stringify({ seconds, accuracies, firstEpoch, memoryMB: process.resourceUsage().maxRSS / 1024 }));
};
