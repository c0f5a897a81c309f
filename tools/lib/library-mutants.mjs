// Mistakes that a developer could make in src/, each one edit, and the tests that have to see it.
//
// `from` stands exactly once in the file. `to` compiles: a mutant has to fail in a test, not in the compiler. Tests are
// files or folders below test/.

/** @typedef {{ name: string, file: string, from: string, to: string, tests: string[] }} Mutant */

const mutant = (tests, file, name, from, to) => ({ name, file: `src/${file}`, from, to, tests });

const regularizer = (file, ...rest) => mutant(['regularizers'], `regularizers/${file}.ts`, ...rest);
const layer = (file, ...rest) =>
  mutant([`layers/${file}.test.ts`, 'layers/gradients.test.ts'], `layers/${file}.ts`, ...rest);
const chain = (...rest) => mutant(['layers/sequential.test.ts'], 'layers/chain.ts', ...rest);
const activation = (file, ...rest) => mutant(['layers/activations.test.ts'], `layers/${file}.ts`, ...rest);
const loss = (file, ...rest) => mutant(['losses'], `losses/${file}.ts`, ...rest);
const optimizer = (file, ...rest) => mutant(['optimizers'], `optimizers/${file}.ts`, ...rest);
const training = (file, ...rest) => mutant([`training/${file}.test.ts`], `training/${file}.ts`, ...rest);
const experiment = (file, ...rest) => mutant([`experiments/${file}.test.ts`], `experiments/${file}.ts`, ...rest);
const trainAll = (file, ...rest) => mutant(['experiments/train-all.test.ts'], `experiments/${file}.ts`, ...rest);
const fit = (file, ...rest) =>
  mutant(
    ['training/fit.test.ts', 'training/fit-ends.test.ts', 'training/fit-mistakes.test.ts'],
    `training/${file}.ts`,
    ...rest,
  );
const image = (file, ...rest) =>
  mutant(
    [`layers/${file === 'convolve' || file === 'im2col' ? 'conv2d' : file}.test.ts`, 'reference/images.test.ts'],
    `layers/${file}.ts`,
    ...rest,
  );
const data = (file, ...rest) => mutant([`data/${file}.test.ts`], `data/${file}.ts`, ...rest);

/** @type {Mutant[]} */
// prettier-ignore
export const mutants = [
  // penalties
  regularizer('l2', 'the gradient of L2 without its 2', 'scale(w, 2 * lambda)', 'scale(w, lambda)'),
  regularizer('l2', 'L2 with a half', 'return lambda * sum;', 'return (lambda / 2) * sum;'),
  regularizer('l2', 'a gradient step for the proximal step of L2', '1 / (1 + 2 * step * lambda)', '1 - 2 * step * lambda'),
  regularizer('l1', 'the gradient of L1 without the sign', 'lambda * Math.sign(w.data[i])', 'lambda'),
  regularizer('l1', 'a soft threshold that shrinks past zero', 'weight < -threshold ? weight + threshold : 0', 'weight + threshold'),
  regularizer('l1', 'a soft threshold that forgets the step', 'softThreshold(w, step * lambda)', 'softThreshold(w, lambda)'),
  regularizer('elastic-net', 'shrinkage by L1 only', '+ 2 * lambda2 * w.data[i]', ''),
  regularizer('group-lasso', 'squared lengths of rows', 'return Math.sqrt(sum);', 'return sum;'),
  regularizer('group-lasso', 'rows that shrink but never vanish', 'kept ? factor * w.data[i * units + j] : 0', 'factor * w.data[i * units + j]'),
  regularizer('from-config', 'a NaN for a strength, taken for none', 'if (lambda !== undefined) requireStrength', 'if (lambda) requireStrength'),

  // layers
  layer('dense', 'the kernel gradient divided by the batch size again', 'into: dw });', 'into: dw }).data.forEach((g, i) => (dw.data[i] = g / x.shape[0]));'),
  layer('dense', 'a bias gradient that is added to the last one', 'db.data.fill(0);', ''),
  layer('dense', 'no bias in the forward pass', 'if (this.bias) addToRows(y, this.bias.value);', ''),
  layer('dense', 'a bias that decays', 'decay: false', 'decay: true'),
  layer('dense', 'Glorot for He', 'initializer = heNormal', 'initializer = (i, o, r) => Math.sqrt(2 / (i + o)) * r.normal()'),
  mutant(['layers/dense.test.ts'], 'layers/initializers.ts', 'He without its 2', 'Math.sqrt(2 / fanIn) * rng.normal()', 'Math.sqrt(1 / fanIn) * rng.normal()'),
  mutant(['layers/dropout.test.ts'], 'layers/keep-mask.ts', 'keep and drop swapped', 'bits >= rate * 2 ** 32', 'bits < rate * 2 ** 32'),
  mutant(['layers/dropout.test.ts'], 'layers/keep-mask.ts', 'dropout scaled by the rate', 'const scale = 1 / (1 - rate);', 'const scale = 1 / rate;'),
  mutant(['layers/dropout.test.ts'], 'layers/keep-mask.ts', 'dropout that is not inverted', 'const scale = 1 / (1 - rate);', 'const scale = 1;'),
  layer('dropout', 'dropout in evaluation', 'if (!training || this.rate === 0) return x;', 'if (this.rate === 0 || !rng) return x;'),
  layer('dropout', 'gradients through what was dropped', 'return this.mask ? multiply(dy, this.mask) : dy;', 'return dy;'),
  layer('dropout', 'a mask that stays for evaluation', 'this.mask = undefined;', ''),
  layer('dropout', 'a rate of 1', 'isFraction(rate)', 'isFraction(rate) || rate === 1'),
  activation('relu', 'a derivative of 1 at 0', '> 0 ? dy.data[i] : 0', '>= 0 ? dy.data[i] : 0'),
  activation('relu', 'a NaN that becomes 0', 'x.data[i] <= 0 ? 0 : x.data[i]', 'x.data[i] > 0 ? x.data[i] : 0'),
  layer('batch-norm', 'statistics of the batch in evaluation', 'const [mean, variance] = training', 'const [mean, variance] = x'),
  layer('batch-norm', 'momentum the other way round', 'this.momentum * moving[c] + (1 - this.momentum) * batch[c]', '(1 - this.momentum) * moving[c] + this.momentum * batch[c]'),
  layer('batch-norm', 'the mean of the batch taken for a constant', '- dBeta[c] / n', ''),
  layer('batch-norm', 'the variance of the batch taken for a constant', '(xHat.data[row + c] * dGamma[c]) / n', '0'),
  chain('one stream for all layers', 'rng.split(`layer ${names[i]}`)', 'rng.split(`layer`)'),
  chain('a stream that depends on the layers before', 'rng.split(`layer ${names[i]}`)', 'rng.split(`layer ${i}`)'),
  chain('a layer in two models', 'layers.forEach((layer) => taken.add(layer));', ''),
  layer('sequential', 'weights taken without a copy', 'Float64Array.from(value.data)', 'value.data'),
  layer('sequential', 'weights set without a copy', 'value.data.set(weights[i].data)', '(value.data = weights[i].data)'),
  layer('sequential', 'weights without the moving statistics', '[...layer.parameters, ...layer.buffers]', '[...layer.parameters]'),
  layer('sequential', 'training mode that is not passed on', 'layer.forward(y, options)', 'layer.forward(y)'),

  layer('batch-norm', 'a variance of one number', 'if (training && x.data.length === channels)', 'if (!training && x.data.length < channels)'),
  mutant(['training/fit-mistakes.test.ts'], 'training/check-fit.ts', 'a last batch of one example that is not seen', 'const last = rows % batchSize ||', 'const last = '),

  // images
  image('sliding-window', "'same' padding that is larger before", 'Math.floor(missing / 2)', 'Math.ceil(missing / 2)'),
  image('sliding-window', "'same' that forgets the strides", 'Math.ceil(length / stride)', 'length'),
  image('sliding-window', 'a place too few', 'Math.floor((length - size) / stride) + 1', 'Math.floor((length - size) / stride)'),
  image('convolve', 'a kernel that is mirrored', '((p * kernelWidth + q) * channels + c) * filters + f', '(((kernelHeight - 1 - p) * kernelWidth + q) * channels + c) * filters + f'),
  image('convolve', 'strides that are exchanged', 'j * across.stride - across.before + q', 'j * down.stride - across.before + q'),
  image('im2col', 'windows that wrap around the edge of the image', 'const first = Math.max(column, 0);', 'const first = column;'),
  image('im2col', 'old numbers for zeros in the padding', "if (window.padding === 'same') columns.data.fill(0);", "if (window.padding === 'same') columns.data.fill(1);"),
  image('im2col', 'a gradient that keeps one window only', 'dx.data[inX + k] += dColumns', 'dx.data[inX + k] = dColumns'),
  image('conv2d', 'no bias in the forward pass', 'if (this.bias) addToRows(y, this.bias.value);', ''),
  image('conv2d', 'He for one channel', 'initializer(places * inputShape[2], places * this.filters, rng)', 'initializer(places, places * this.filters, rng)'),
  image('conv2d', 'a kernel that is never regularized', 'grad: zeros(shape), regularizer };', 'grad: zeros(shape), regularizer: regularizer && undefined };'),
  image('conv2d', 'a bias that decays', 'decay: false', 'decay: true'),
  image('max-pool2d', 'the last of equal maxima', 'if (x.data[at] > x.data[place] ||', 'if (x.data[at] >= x.data[place] ||'),
  image('max-pool2d', 'windows that overlap unless told otherwise', '{ strides = poolSize, padding }', '{ strides = 1, padding }'),
  image('max-pool2d', 'a gradient that is not added up', 'dx.data[places.data[i]] += dy.data[i];', 'dx.data[places.data[i]] = dy.data[i];'),
  image('global-average-pool2d', 'a sum for the mean', 'y.data[i] /= size;', 'y.data[i] /= 1;'),
  image('global-average-pool2d', 'a gradient that is not shared', 'dy.data[image * channels + c] / size', 'dy.data[image * channels + c]'),
  layer('sequential', 'parameters of the first layer without a gradient', 'this.layers[first].backwardParameters(dy);', ''),
  mutant(['data/rows.test.ts'], 'data/rows.ts', 'bytes that stay bytes in a batch', '/ x.white;', '/ 1;'),
  mutant(['data/rows.test.ts'], 'data/rows.ts', 'other images than labels', 'data.subarray(row * size, (row + 1) * size)', 'data.subarray(i * size, (i + 1) * size)'),
  data('idx', 'lengths with the small end first', 'view.getUint32(4 + 4 * axis)', 'view.getUint32(4 + 4 * axis, true)'),
  data('idx', 'bytes too many', 'if (found > stated)', 'if (found < 0)'),
  data('make-digits', 'noise that depends on how many images there are', 'const start = noise.integer(tapeLength);', 'const start = noise.integer(samples);'),

  // losses
  loss('softmax', 'a softmax that overflows', 'exp(logits.data[j] - top)', 'exp(logits.data[j])'),
  loss('softmax-cross-entropy', 'a loss that overflows', 'const top = maximum(z, i * classes, classes);', 'const top = 0;'),
  loss('softmax-cross-entropy', 'a sum for the mean', 'return sum / rows;', 'return sum;'),
  loss('softmax-cross-entropy', 'a gradient that is not divided by the batch size', 'dz.data[at] /= rows;', ''),
  loss('softmax-cross-entropy', 'one class too many', 'target[i] >= classes', 'target[i] > classes'),
  loss('softmax-cross-entropy', '0 · Infinity', 'if (weight !== 0) sum', 'sum'),
  loss('mean-squared-error', 'a mean over rows', 'return sum / y.data.length;', 'return sum / y.shape[0];'),
  loss('mean-squared-error', 'a gradient without its 2', '(2 * (prediction.data[i] - y.data[i]))', '(prediction.data[i] - y.data[i])'),

  // optimizers
  optimizer('sgd', 'a momentum that is a mean', 'this.momentum * velocity[i] + g[i];', 'this.momentum * velocity[i] + (1 - this.momentum) * g[i];'),
  optimizer('sgd', 'Nesterov that does not look ahead', 'this.nesterov ? g[i] + this.momentum * velocity[i] : velocity[i]', 'velocity[i]'),
  optimizer('adam', 'multiplied by the bias correction', '/ (1 - this.beta1Power)', '* (1 - this.beta1Power)'),
  optimizer('adam', 'no bias correction of the second moment', 'Math.sqrt(1 - this.beta2Power)', '1'),
  optimizer('adam', 'epsilon before the correction', 'this.epsilon * root', 'this.epsilon'),
  optimizer('adam', 'a step count that stands still', 'this.beta1Power *= this.beta1;', 'this.beta1Power = this.beta1;'),
  optimizer('adam', 'a step counted for each parameter', 'const [m, v] = this.moments.of(parameter);', 'this.beta1Power *= this.beta1; const [m, v] = this.moments.of(parameter);'),
  optimizer('adam', 'decay before the gradient of the penalty', 'const g = totalGradient(parameter);', 'this.decay(parameter); const g = totalGradient({ ...parameter });'),
  optimizer('adam', 'an epsilon of 0', 'epsilon >= smallestEpsilon', 'epsilon >= 0'),
  optimizer('adamw', 'decay that grows weights', '1 - this.learningRate * this.weightDecay', '1 + this.learningRate * this.weightDecay'),
  optimizer('adamw', 'decay without the learning rate', '1 - this.learningRate * this.weightDecay', '1 - this.weightDecay'),
  optimizer('adamw', 'decay of biases', 'if (decay === false) return;', ''),
  optimizer('optimizer', 'a penalty that stays in grad', 'const total = empty(value.shape);', 'const total = grad;'),
  optimizer('optimizer', 'one memory for all parameters', 'let state = this.tensors.get(parameter);', 'let state = [...this.tensors.values()][0];'),
  optimizer('proximal-sgd', 'a threshold without the learning rate', 'regularizer.proximal(value, this.learningRate)', 'regularizer.proximal(value, 1)'),
  optimizer('proximal-sgd', 'a data step that has the penalty in it as well', 'this.learningRate * grad.data[i]', 'this.learningRate * (grad.data[i] + (regularizer?.gradient(value).data[i] ?? 0))'),

  // early stopping
  training('early-stopping', 'patience off by one', 'this.wait < this.patience', 'this.wait <= this.patience'),
  training('early-stopping', 'best weights only after a stop', 'if (this.restoreBestWeights && this.bestWeights)', 'if (this.stoppedEpoch && this.restoreBestWeights && this.bestWeights)'),
  training('early-stopping', 'best weights without a copy', 'this.bestWeights = model.getWeights();', 'this.bestWeights = model.layers.flatMap((l) => [...l.parameters, ...l.buffers]).map((p) => p.value);'),
  training('early-stopping', 'the penalty in the watched loss', 'const value = log[this.monitor];', 'const value = log[this.monitor]! + log.penalty;'),
  training('early-stopping', 'a NaN for the best', 'if (Number.isNaN(value)) return false;', ''),
  training('early-stopping', 'a tie for an improvement', 'value + this.minDelta < than', 'value + this.minDelta <= than'),
  training('early-stopping', 'a minDelta that makes it easier', 'value + this.minDelta < than', 'value - this.minDelta < than'),
  training('early-stopping', 'small accuracies for the best', ".endsWith('accuracy'));", ".endsWith('loss'));"),
  training('early-stopping', 'a first epoch that is looked at too soon', 'this.epoch <= this.startFromEpoch', 'this.epoch < this.startFromEpoch'),
  training('early-stopping', 'a best value that stays from the last run', 'this.bestValue = undefined;', ''),

  // fit
  fit('fit', 'the same order in every epoch', 'shuffles.permutation(rows)', "rng.split('shuffle').permutation(rows)"),
  fit('fit', 'masks and order from one stream', "rng: rng.split('dropout') }", 'rng: shuffles }'),
  fit('fit', 'a mean of batch means', 'lossSum += loss * (to - from);', 'lossSum += loss * batchSize;'),
  fit('fit', 'the penalty in the reported loss', 'epoch, loss, penalty: onTrain.penalty }', 'epoch, loss: loss + onTrain.penalty, penalty: onTrain.penalty }'),
  fit('train-step', 'a step without training mode', 'training: true', 'training: false'),
  fit('train-step', 'a step after a loss that is not finite', 'if (!Number.isFinite(value)) return value;', ''),
  fit('session', 'an abort that is not heard', 'this.stopRequested || this.signal?.aborted', 'this.stopRequested'),
  fit('session', 'a stop button that is not heard', 'this.stopRequested || this.signal?.aborted', 'this.signal?.aborted'),
  fit('session', 'an abort for an ending by itself', "this.state = 'interrupted';", "this.state = 'completed';"),
  fit('fit', 'a NaN in a batch that is not seen', 'if (Number.isFinite(value)) return value;', 'if (!(value > Infinity)) return value;'),
  fit('fit', 'a NaN at the end of an epoch that is not seen', 'if (!Number.isFinite(onTrain.loss))', 'if (onTrain.loss > Infinity)'),
  fit('session', 'memory that is not given back', 'this.stepMemory.release();', ''),
  mutant(['data/batches.test.ts'], 'data/batches.ts', 'a last batch that is left out', 'from < examples; from += size', 'from + size <= examples; from += size'),
  fit('check-fit', 'labels that are not checked', 'checkExamples(examples, `fit: ${part}`);', ''),
  mutant(['training/in-training.test.ts'], 'layers/sequential.ts', 'the weights of a half-trained model', "requireAtRest(this, 'getWeights');", ''),
  mutant(['training/in-training.test.ts'], 'layers/in-training.ts', 'a model that stays lent behind its callback', 'const giveBack = () => void (state.lent = false);', 'const giveBack = () => {};'),
  mutant(['training/in-training.test.ts'], 'training/callback-list.ts', 'a callback that may not use the model', 'await lend(this.model, () => callback.onTrainEnd?.(this.model, history));', 'await callback.onTrainEnd?.(this.model, history);'),
  fit('check-fit', 'shapes that are not checked', 'checkFit(model, examples, loss, `fit: ${part}`);', ''),

  // evaluation, recipes, workers
  training('evaluate', 'a mean of means of unequal pieces', 'loss.value(prediction, target) * (to - from)', 'loss.value(prediction, target) * evaluationRows'),
  training('evaluate', 'the penalty in the loss', 'loss: lossSum / rows', 'loss: lossSum / rows + model.penalty()'),
  experiment('recipe', 'dropout after the output', 'dense(data.classes, hidden.length === 0)]', 'dense(data.classes, hidden.length === 0), new Dropout(0.5)]'),
  experiment('recipe', 'groupLasso on every kernel', 'groupLasso: first ? groupLasso : 0', 'groupLasso'),
  experiment('recipe', 'a misspelt field that is ignored', 'checkRecipe(recipe);\n  const { hidden', 'const { hidden'),
  experiment('train-recipe', 'a score on the test set for the one on validation', 'validation: score(model, split.validation)', 'validation: score(model, split.test)'),
  experiment('train-recipe', 'a model of another seed', 'const rng = createRng(seed);', 'const rng = createRng(1);'),
  layer('save-model', 'options that are not saved', 'config: layer.config()', 'config: {}'),
  layer('save-model', 'options of a file that nobody takes', "requireKnownNames(config, names, `loadModel: ${type}`, 'load it with the library that saved it');", ''),
  layer('save-model', 'a default for an option that is missing', 'if (missing === undefined) return layer;', 'if (layer) return layer;'),
  experiment('save-runs', 'a NaN that becomes null', '!Number.isFinite(value) ? { number: String(value) } : value', 'Number.isNaN(0) ? { number: String(value) } : value'),
  mutant(['experiments/save-runs.test.ts'], 'experiments/check-runs.ts', 'weights that JSON has made objects', '!(weight.data instanceof Float64Array) ||', ''),
  trainAll('schedule', 'runs in the order in which they end', 'this.runs[job] = run;', 'this.runs[this.done] = run;'),
  trainAll('feed-worker', 'data of another seed', 'if (data !== sentData)', 'if (sentData === undefined)'),
  trainAll('train-all', 'workers that live on', 'for (const worker of started) worker.terminate();', ''),
  mutant(['layers/gradients.test.ts'], 'layers/check-gradients.ts', 'a one-sided difference quotient', '(above - below) / (2 * h)', '(above - below) / h'),
  mutant(['layers/gradients.test.ts'], 'layers/check-gradients.ts', 'moving statistics that are changed by the check', 'for (const { value, before } of buffers) value.data.set(before);', ''),

  mutant(['node/mnist.test.ts'], 'node/mnist.ts', 'labels from 1 on that leave class 0 empty', 'if (least > 0 &&', 'if (least > 99 &&'),
  mutant(['node/mnist.test.ts'], 'node/mnist.ts', 'classes of the training part alone', 'parts.map(({ labels }) => labels)', 'parts.slice(0, 1).map(({ labels }) => labels)'),

  // figures
  mutant(['figures/weight-histograms.test.ts'], 'figures/weight-histograms.ts', 'a NaN among the weights', 'kernel.data.every(Number.isFinite)', 'kernel.data.length > 0'),
  mutant(['figures/learning-curves.test.ts'], 'training/history.ts', 'a second fit counted from 1 again', 'if (log.epoch === 1) before = last;', ''),
  mutant(['errors.test.ts'], 'errors.ts', 'a text taken for a number', "typeof value === 'number' && value >= 0", '(value as number) >= 0'),
  mutant(['figures/boundary.test.ts'], 'figures/decision-map.ts', 'a mesh of 0.02 whatever the units', 'span >= 1 && span <= 20 ? 1 : span / 5', '1'),
  mutant(['figures/decision-boundaries.test.ts', 'figures/dataset-scatter.test.ts'], 'figures/format.ts', 'two digits after the point whatever the units', 'unit > span && digits < 100;', 'unit > span && digits < 2;'),

  // randomness and data
  mutant(['tensor/random.test.ts'], 'tensor/random.ts', 'a biased permutation', 'integer(i + 1)', 'integer(n)'),
  mutant(['tensor/random.test.ts'], 'tensor/random.ts', 'streams that depend on earlier draws', 'const child = `${path}/', 'const child = `${path}${uniform()}/'),
  mutant(['tensor/seed-key.test.ts'], 'tensor/random.ts', 'a label with a slash that is two labels', '/${pathPart(String(label))}', '/${label}'),
  mutant(['tensor/seed-key.test.ts'], 'tensor/seed-key.ts', 'a repeated text for the text itself', '!repeats &&', ''),
  mutant(['tensor/seed-key.test.ts'], 'tensor/seed-key.ts', 'characters without their upper half', 'text.charCodeAt(from + i))', 'text.charCodeAt(from + i) & 255)'),
  mutant(['tensor/labels.test.ts'], 'tensor/labels.ts', 'names told to become numbers by themselves', "values.every((v) => (typeof v === 'number' && (v | 0) === v) || typeof v === 'boolean')", 'values.length > 0'),
  mutant(['tensor/labels.test.ts'], 'metrics/predicted-classes.ts', 'a class read off one column', 'if (classes < 2)', 'if (classes < 1)'),
  mutant(['training/fit-mistakes.test.ts'], 'training/fit-options.ts', 'a controller taken for its signal', "requireSignal(signal, 'fit');", ''),
  mutant(['tensor/tensor.test.ts'], 'tensor/tensor.ts', 'nested arrays that are flattened whatever their rows', 'flattened(values, shape, \'\')', 'values.flat(Infinity)'),
  mutant(['tensor/whole.test.ts'], 'tensor/tensor.ts', 'matrices that are believed their shape', "  requireWhole(t, who);\n", ''),
  mutant(['data/standardizer.test.ts', 'reference/data.test.ts'], 'data/standardizer.ts', 'statistics of the test set', 'Standardizer.fit(train.x)', 'Standardizer.fit(test.x)'),
  mutant(['data/standardizer.test.ts', 'reference/data.test.ts'], 'data/standardizer.ts', 'variances divided by n - 1', '(rest * rest) / n) / n;', '(rest * rest) / n) / (n - 1);'),
  mutant(['data/split.test.ts'], 'data/split.ts', 'a rounding error that holds out one more', '4 * Number.EPSILON * n ? whole', '0 ? whole'),
  mutant(['data/split.test.ts'], 'data/split.ts', 'a test set that overlaps the validation set', 'pick(dataset, order, 0, testEnd)', 'pick(dataset, order, 0, validationEnd)'),
];
