// BatchNormalization, Conv2D, pooling and Flatten of Keras and PyTorch, and the models that Keras counts

import { expect } from 'chai';
import { BatchNorm } from '../../src/layers/batch-norm';
import { Conv2D } from '../../src/layers/conv2d';
import { Dense } from '../../src/layers/dense';
import { Dropout } from '../../src/layers/dropout';
import { Flatten } from '../../src/layers/flatten';
import { GlobalAveragePool2D } from '../../src/layers/global-average-pool2d';
import type { Layer } from '../../src/layers/layer';
import { MaxPool2D } from '../../src/layers/max-pool2d';
import { ReLU } from '../../src/layers/relu';
import { Sequential } from '../../src/layers/sequential';
import { softmaxCrossEntropy } from '../../src/losses/softmax-cross-entropy';
import { totalGradient } from '../../src/optimizers/optimizer';
import { l1 } from '../../src/regularizers/l1';
import { l2 } from '../../src/regularizers/l2';
import { createRng } from '../../src/tensor/random';
import { sizeOf, tensor, type Shape, type Tensor } from '../../src/tensor/tensor';
import { close, describeReference, type Reference } from './read';

/** Nested arrays as a tensor. */
function toTensor(values: Reference): Tensor {
  const shape: number[] = [];
  for (let inner = values; Array.isArray(inner); inner = inner[0]) shape.push(inner.length);
  return tensor(shape, values);
}

/** A layer that is built for examples like those of x, with the given parameters in their order. */
function built<L extends Layer>(layer: L, x: Tensor, ...values: Reference[]): L {
  layer.build(x.shape.slice(1), createRng(1));
  values.forEach((value, i) => layer.parameters[i].value.data.set(toTensor(value).data));
  return layer;
}

describeReference('norm_conv', (content) => {
  for (const name of ['batch_norm_dense', 'batch_norm_nhwc']) {
    describe(name, () => {
      const { gamma, beta, keras, torch } = content[name];
      const batches = content[name].x_train_batches.map(toTensor);
      const upstream = toTensor(content[name].upstream);
      const xEval = toTensor(content[name].x_eval);

      function expectStep(layer: BatchNorm, y: Tensor, step: Reference): void {
        close(y, step.out);
        close(layer.backward(upstream), step.dx);
        close(layer.parameters[0].grad, step.dgamma);
        close(layer.parameters[1].grad, step.dbeta);
      }

      it('three training steps and an evaluation are those of Keras, moving statistics included', () => {
        const { momentum, epsilon } = keras.settings;
        const layer = built(new BatchNorm({ momentum, epsilon }), xEval, gamma, beta);
        batches.forEach((x: Tensor, i: number) => {
          expectStep(layer, layer.forward(x, { training: true }), keras.train_steps[i]);
          close(layer.buffers[0].value, keras.train_steps[i].moving_mean);
          close(layer.buffers[1].value, keras.train_steps[i].moving_variance);
        });
        expectStep(layer, layer.forward(xEval), keras.eval);
      });

      it('with the momentum and epsilon of PyTorch, outputs and gradients of training are those of PyTorch', () => {
        const layer = built(
          new BatchNorm({ momentum: 1 - torch.settings.momentum, epsilon: torch.settings.eps }),
          xEval,
          gamma,
          beta,
        );
        batches.forEach((x: Tensor, i: number) => {
          expectStep(layer, layer.forward(x, { training: true }), torch.train_steps[i]);
          close(layer.buffers[0].value, torch.train_steps[i].running_mean);
        });
      });

      it('evaluation with the moving statistics of PyTorch is that of PyTorch', () => {
        const layer = built(new BatchNorm({ epsilon: torch.settings.eps }), xEval, gamma, beta);
        const last = torch.train_steps[torch.train_steps.length - 1];
        layer.buffers[0].value.data.set(last.running_mean);
        layer.buffers[1].value.data.set(last.running_var);
        expectStep(layer, layer.forward(xEval), torch.eval);
      });
    });
  }

  content.conv2d.forEach((given: Reference, i: number) => {
    it(`Conv2D ${i}: ${given.padding}, stride ${given.stride}, is that of Keras`, () => {
      const x = toTensor(given.x);
      const [height, width, , filters] = toTensor(given.kernel_hwio).shape;
      const { padding, stride: strides } = given;
      const layer = built(new Conv2D(filters, [height, width], { padding, strides }), x, given.kernel_hwio, given.bias);
      const [down, across] = layer.window.over(x.shape.slice(1));
      expect([down.before, across.before]).to.deep.equal([given.pad_tblr[0], given.pad_tblr[2]]);
      close(layer.forward(x), given.out);
      close(layer.backward(toTensor(given.upstream)), given.dx);
      close(layer.parameters[0].grad, given.dkernel);
      close(layer.parameters[1].grad, given.dbias);
    });
  });

  content.pool2d.forEach((given: Reference, i: number) => {
    if (given.layer !== 'max_pool') return; // there is no average pooling but the global one
    it(`MaxPool2D ${i}: size ${given.pool_size}, stride ${given.stride}, ${given.padding}, is that of Keras`, () => {
      const x = toTensor(given.x);
      const { pool_size, stride: strides, padding } = given;
      const layer = built(new MaxPool2D(pool_size, { strides, padding }), x);
      const [down, across] = layer.window.over(x.shape.slice(1));
      expect([down.before, across.before]).to.deep.equal([given.pad_tblr[0], given.pad_tblr[2]]);
      close(layer.forward(x), given.out);
      close(layer.backward(toTensor(given.upstream)), given.dx);
    });
  });

  it('MaxPool2D sends the gradient of equal maxima to the first, as PyTorch', () => {
    const { x, out, dx } = content.max_pool_ties;
    const layer = built(new MaxPool2D(2), toTensor(x));
    const y = layer.forward(toTensor(x));
    close(y, out);
    close(layer.backward(tensor(y.shape, new Float64Array(sizeOf(y.shape)).fill(1))), dx);
  });

  for (const [name, layer] of Object.entries({
    global_average_pool: new GlobalAveragePool2D(),
    flatten: new Flatten(),
  })) {
    it(`${layer.type} is that of Keras`, () => {
      const { x, upstream, out, dx } = content[name];
      built(layer, toTensor(x));
      close(layer.forward(toTensor(x)), out);
      close(layer.backward(toTensor(upstream)), dx);
    });
  }

  it('a small network of all of them has the outputs, losses and gradients of Keras', () => {
    const { params, penalties, labels, grads } = content.small_cnn;
    const x = toTensor(content.small_cnn.x);
    const [height, width, , filters] = toTensor(params.k).shape;
    const layers = [
      new Conv2D(filters, [height, width], { kernelRegularizer: l2(penalties.conv_l2) }),
      new ReLU(),
      new MaxPool2D(2),
      new Flatten(),
      new Dense(params.db.length, { kernelRegularizer: l1(penalties.dense_l1) }),
    ];
    const model = new Sequential(layers, { inputShape: x.shape.slice(1), rng: createRng(1) });
    model.setWeights([params.k, params.kb, params.d, params.db].map(toTensor));
    const target = Int32Array.from(labels);
    const logits = model.forward(x, { training: true });
    close(logits, content.small_cnn.logits);
    const loss = softmaxCrossEntropy.value(logits, target);
    close(loss, content.small_cnn.data_loss);
    close(loss + model.penalty(), content.small_cnn.total_loss);
    close(model.backward(softmaxCrossEntropy.gradient(logits, target)), content.small_cnn.dx);
    [grads.k, grads.kb, grads.d, grads.db].forEach((grad, i) => close(totalGradient(model.parameters[i]), grad));
  });
});

describeReference('keras_summaries', ({ models }) => {
  /** What has an activation in Keras is two layers here; the second one has no parameters. */
  function layersOf({ layer, config, params }: Reference, inputShape: Shape): Layer[] {
    const activated = (made: Layer) => (config.activation === 'relu' ? [made, new ReLU()] : [made]); // a softmax is part of the loss
    switch (layer) {
      case 'Dense':
        return activated(new Dense(config.units));
      case 'Conv2D': {
        const { filters, kernel_size, strides, padding } = config;
        const useBias = params > kernel_size[0] * kernel_size[1] * inputShape[2] * filters; // the file does not say
        return activated(new Conv2D(filters, kernel_size, { strides, padding, useBias }));
      }
      case 'MaxPooling2D':
        return [new MaxPool2D(config.pool_size, { strides: config.strides, padding: config.padding })];
      case 'Dropout':
        return [new Dropout(config.rate)];
      case 'Flatten':
        return [new Flatten()];
      case 'BatchNormalization':
        return [new BatchNorm()];
      case 'GlobalAveragePooling2D':
        return [new GlobalAveragePool2D()];
      case 'Activation':
        return [new ReLU()];
    }
    throw new Error(`no layer for ${layer}`);
  }

  const count = (holders: readonly { value: { shape: Shape } }[]) =>
    holders.reduce((sum, { value }) => sum + sizeOf(value.shape), 0);

  for (const { name, input_shape, layers, total_params, trainable_params } of models) {
    it(`${name} has the shapes and the ${total_params} parameters that Keras counts`, () => {
      const inputShapes: Shape[] = [input_shape, ...layers.map(({ output_shape }: Reference) => output_shape.slice(1))];
      const groups: Layer[][] = layers.map((layer: Reference, i: number) => layersOf(layer, inputShapes[i]));
      const model = new Sequential(groups.flat(), { inputShape: input_shape, rng: createRng(1) });
      groups.forEach((group, i) => {
        const last = model.layers.indexOf(group[group.length - 1]);
        expect([null, ...model.shapes[last]]).to.deep.equal(layers[i].output_shape);
        const counts = group.map((layer) => count(layer.parameters) + count(layer.buffers));
        expect(counts).to.deep.equal([layers[i].params, ...group.slice(1).map(() => 0)]);
      });
      expect(count(model.parameters)).to.equal(trainable_params);
      expect(count(model.parameters) + count(model.buffers)).to.equal(total_params);
      expect(model.summary()).to.contain(`Total params: ${total_params.toLocaleString('en-US')} (`);
    });
  }
});
