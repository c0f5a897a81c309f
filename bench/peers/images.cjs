// An epoch of the MLP on images in TensorFlow.js on its WASM backend, in float32. That backend has no gradient of a
// convolution (Conv2DBackpropFilter), so it cannot train the CNN.

const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** @param load the `require` of the folder in which TensorFlow.js is installed */
module.exports = async (load) => {
  const [folder, name] = process.argv.slice(2);
  const tf = load('@tensorflow/tfjs');
  const wasm = load('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${dirname(load.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
  await tf.setBackend('wasm');
  await tf.ready();

  const { samples, tests, batchSize, shapes } = JSON.parse(readFileSync(join(folder, 'task.json'), 'utf8'));
  const numbers = (file, Type) => new Type(Uint8Array.from(readFileSync(join(folder, file))).buffer);
  const pixels = numbers('pixels.u8', Uint8Array);
  const labels = numbers('labels.u8', Uint8Array);
  const order = numbers('order.i32', Int32Array);
  const weights = shapes[name].map((shape, i) =>
    tf.variable(tf.tensor(Float32Array.from(numbers(`${name}${i + 1}.f64`, Float64Array)), shape)),
  );
  const layers = [0, 2, 4].map((i) => [weights[i], weights[i + 1]]);
  const net = (x) =>
    layers.reduce((a, [w, b], i) => {
      const z = tf.add(tf.matMul(a, w), b);
      return i < 2 ? tf.relu(z) : z;
    }, x);
  const batchOf = (rows) => {
    const x = new Float32Array(rows.length * 784);
    rows.forEach((row, i) => {
      for (let k = 0; k < 784; k++) x[i * 784 + k] = pixels[row * 784 + k] / 255;
    });
    return [
      tf.tensor2d(x, [rows.length, 784]),
      tf.tensor1d(
        Int32Array.from(rows, (row) => labels[row]),
        'int32',
      ),
    ];
  };
  const optimizer = tf.train.adam(0.001, 0.9, 0.999, 1e-8);

  const start = performance.now();
  for (let at = 0; at < samples; at += batchSize) {
    tf.tidy(() => {
      const [x, y] = batchOf(order.subarray(at, Math.min(at + batchSize, samples)));
      const target = tf.oneHot(y, 10).toFloat();
      optimizer.minimize(() => tf.losses.softmaxCrossEntropy(target, net(x)), false, weights);
    });
  }
  weights[0].dataSync(); // until it is computed
  const seconds = (performance.now() - start) / 1000;
  const accuracy = tf.tidy(() => {
    const [x, y] = batchOf(Int32Array.from({ length: tests }, (_, i) => samples + i));
    return net(x).argMax(1).equal(y).mean().dataSync()[0];
  });
  console.log(JSON.stringify({ seconds, accuracy, memoryMB: process.resourceUsage().maxRSS / 1024 }));
};
