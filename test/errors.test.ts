// the messages of src/: each says the rule, what was received, and the remedy

import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { corruptLabels } from '../src/data/corrupt-labels';
import { makeClassification } from '../src/data/classification';
import { makeDigits } from '../src/data/make-digits';
import { makeMoons } from '../src/data/moons';
import { split } from '../src/data/split';
import { received, requireKnownNames, requireOption } from '../src/errors';
import { liveFigure } from '../src/course/live-figure';
import { barChart } from '../src/figures/bar-chart';
import { confidenceIntervals } from '../src/figures/confidence-intervals';
import { datasetScatter } from '../src/figures/dataset-scatter';
import { decisionBoundaries } from '../src/figures/decision-boundaries';
import { decisionMap } from '../src/figures/decision-map';
import { formatInterval } from '../src/figures/format-interval';
import { heatMap } from '../src/figures/heat-map';
import { imageGrid } from '../src/figures/image-grid';
import { learningCurves } from '../src/figures/learning-curves';
import { lineChart } from '../src/figures/line-chart';
import { weightHistograms } from '../src/figures/weight-histograms';
import { BatchNorm } from '../src/layers/batch-norm';
import { Conv2D } from '../src/layers/conv2d';
import { convolve } from '../src/layers/convolve';
import { Dense } from '../src/layers/dense';
import { Dropout } from '../src/layers/dropout';
import { keepMask } from '../src/layers/keep-mask';
import { MaxPool2D } from '../src/layers/max-pool2d';
import { ReLU } from '../src/layers/relu';
import { Sequential } from '../src/layers/sequential';
import { meanInterval } from '../src/metrics/confidence-interval';
import { Adam } from '../src/optimizers/adam';
import { AdamW } from '../src/optimizers/adamw';
import { ProximalSGD } from '../src/optimizers/proximal-sgd';
import { SGD } from '../src/optimizers/sgd';
import { l2 } from '../src/regularizers/l2';
import { elasticNet } from '../src/regularizers/elastic-net';
import { createRng } from '../src/tensor/random';
import { tensor, zeros } from '../src/tensor/tensor';
import { checkGradients } from '../src/layers/check-gradients';
import { EarlyStopping } from '../src/training/early-stopping';
import { checkRecipe } from '../src/experiments/recipe';
import { numberedDataset } from './data/example';
import { expectLesson } from './support/errors';

const root = join(__dirname, '..', 'src');

/** The text of a literal or a template, with `…` for what is filled in; of a constant or a function of the same file, its text. */
function textOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
  }
  if (ts.isBinaryExpression(node)) return textOf(node.left) + textOf(node.right);
  const name = ts.isCallExpression(node) ? node.expression.getText() : node.getText();
  return declared(node.getSourceFile(), name) ?? `(${node.getText()})`;
}

/** The text that a constant has, or that a function returns. */
function declared(source: ts.SourceFile, name: string): string | undefined {
  let found: string | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer)
      found = textOf(node.initializer);
    if (ts.isFunctionDeclaration(node) && node.name?.text === name) {
      const last = node.body?.statements[node.body.statements.length - 1];
      if (last && ts.isReturnStatement(last) && last.expression) found = textOf(last.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

interface Lesson {
  where: string;
  message: string;
}

/** Every error that a file of src/ throws at a mistake. */
function lessonsOf(file: string): Lesson[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  const lessons: Lesson[] = [];
  const visit = (node: ts.Node): void => {
    const where = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    if (ts.isNewExpression(node) && /^(Option|Shape)Error$/.test(node.expression.getText())) {
      lessons.push({ where, message: textOf(node.arguments![0]) });
    } else if (ts.isCallExpression(node) && node.expression.getText() === 'requireOption') {
      const [, rule, , remedy] = node.arguments;
      lessons.push({ where, message: `${textOf(rule)}, received …; ${textOf(remedy)}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lessons;
}

describe('errors', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const lessons = files.filter((file) => file !== 'errors.ts').flatMap(lessonsOf);

  it('that src throws at a mistake all say: rule, received …; remedy', () => {
    expect(lessons.length).to.be.above(80); // the search finds them
    const wrong = lessons.filter(({ message }) => !/^\S[^]*(: | must )[^]+, received [^]+; [^]+/.test(message));
    // Some hand on the message of another error, one of them behind the names of the two layers that do not fit together.
    expect(wrong.filter(({ message }) => !/: …$|\berror\.message\b/.test(message))).to.deep.equal([]);
  });

  it('end without a full stop, and the remedy begins like the rest of a sentence', () => {
    expect(lessons.filter(({ message }) => message.endsWith('.'))).to.deep.equal([]);
    expect(lessons.filter(({ message }) => /; [A-Z]/.test(message))).to.deep.equal([]);
  });
});

describe('requireOption', () => {
  it('throws rule, what came and remedy when a rule is not kept, and nothing when it is', async () => {
    requireOption(true, 'a: must be 1', 2, 'pass 1');
    await expectLesson(
      () => requireOption(false, 'a: must be 1', 2, 'pass 1'),
      'OptionError',
      'a: must be 1, received 2; pass 1',
    );
  });

  it('shows what came so that a wrong type can be seen', () => {
    expect(
      [1.5, NaN, '2', undefined, null, new Float64Array(3), {}, true, [1, '2'], [1, 2, 3, 4, 5], Dense, () => 1].map(
        received,
      ),
    ).to.deep.equal([
      '1.5',
      'NaN',
      '"2"',
      'undefined',
      'null',
      'Float64Array',
      'Object',
      'true',
      '[1, "2"]',
      'Array',
      'function Dense',
      'a function',
    ]);
  });
});

describe('a text or null for a number, which JavaScript would compare like one,', () => {
  const rng = createRng(1);
  const makers: Record<string, (value: never) => unknown> = {
    Dropout: (rate) => new Dropout(rate),
    keepMask: (rate) => keepMask([2], rate, rng),
    'BatchNorm.momentum': (momentum) => new BatchNorm({ momentum }),
    'SGD.momentum': (momentum) => new SGD({ momentum }),
    'Adam.beta1': (beta1) => new Adam({ beta1 }),
    'AdamW.weightDecay': (weightDecay) => new AdamW({ weightDecay }),
    'corruptLabels.fraction': (fraction) => corruptLabels(numberedDataset(5), { fraction, rng }),
    'split.test': (test) => split(numberedDataset(5), { test, validation: 0, rng }),
    'split.validation': (validation) => split(numberedDataset(5), { test: 0, validation, rng }),
    'makeClassification.flipY': (flipY) =>
      makeClassification({ samples: 9, features: 4, informative: 2, redundant: 0, flipY, rng }),
    'makeMoons.noise': (noise) => makeMoons({ samples: 9, noise, rng }),
    'meanInterval.level': (level) => meanInterval([1, 2], { level }),
    'EarlyStopping.minDelta': (minDelta) => new EarlyStopping({ minDelta }),
    'checkGradients.h': (h) => checkGradients(new ReLU(), zeros([1, 2]), rng, { h }),
    l2: (lambda) => l2(lambda),
  };
  for (const [who, make] of Object.entries(makers)) {
    it(`is refused by ${who}`, async () => {
      for (const value of ['0.3', null, [0.3], '', true])
        await expectLesson(() => make(value as never), 'OptionError', `received ${received(value)}`);
    });
  }
});

describe('requireKnownNames', () => {
  it('throws the names that there are at another one, and at what is no object', async () => {
    const known = (options: unknown) => () => requireKnownNames(options as object, ['a', 'b'], 'f');
    known({})();
    known({ b: undefined, a: 1 })();
    await expectLesson(
      known({ A: 1 }),
      'OptionError',
      'f: options must be among a, b, received "A"; check the spelling',
    );
    await expectLesson(known({ lr: undefined }), 'OptionError', 'received "lr"');
    await expectLesson(known({ toString: 1 }), 'OptionError', 'received "toString"');
    for (const [options, shown] of [
      [undefined, 'undefined'],
      [null, 'null'],
      [0.1, '0.1'],
      [[], '[]'],
    ])
      // prettier-ignore
      await expectLesson(
        known(options),
        'OptionError',
        `f: options must be an object, received ${shown}; pass { a, b }`,
      );
  });

  // What Keras, PyTorch, scikit-learn or a slip of the finger call it.
  const makers: Record<string, [name: string, make: (options: never) => unknown]> = {
    Adam: ['lr', (options) => new Adam(options)],
    AdamW: ['betas', (options) => new AdamW(options)],
    SGD: ['weightDecay', (options) => new SGD(options)],
    ProximalSGD: ['momentum', (options) => new ProximalSGD(options)],
    Dense: ['activation', (options) => new Dense(3, options)],
    Conv2D: ['stride', (options) => new Conv2D(3, 3, options)],
    MaxPool2D: ['stride', (options) => new MaxPool2D(2, options)],
    convolve: ['stride', (options) => convolve(tensor([1, 1, 1, 1], [1]), tensor([1, 1, 1, 1], [1]), options)],
    BatchNorm: ['eps', (options) => new BatchNorm(options)],
    Sequential: ['input_shape', (options) => new Sequential([new Dense(2)], options)],
    elasticNet: ['L1', (options) => elasticNet(options)],
    makeMoons: ['n_samples', (options) => makeMoons(options)],
    makeClassification: ['n_features', (options) => makeClassification(options)],
    makeDigits: ['seed', (options) => makeDigits(options)],
    corruptLabels: ['rate', (options) => corruptLabels(numberedDataset(5), options)],
    split: ['stratify', (options) => split(numberedDataset(5), options)],
    recipe: ['droput', (options) => checkRecipe(options)],
    EarlyStopping: ['min_delta', (options) => new EarlyStopping(options)],
    lineChart: ['logx', (options) => lineChart({ a: [1, 2] }, options)],
    barChart: ['label', (options) => barChart({ a: [1] }, options)],
    heatMap: ['colour', (options) => heatMap([[1]], options)],
    datasetScatter: ['feature', (options) => datasetScatter(numberedDataset(5), options)],
    imageGrid: ['rows ', (options) => imageGrid(numberedDataset(5), options)],
    learningCurves: ['log', (options) => learningCurves({}, options)],
    weightHistograms: ['bin', (options) => weightHistograms({}, options)],
    confidenceIntervals: ['confidence', (options) => confidenceIntervals([], options)],
    decisionMap: ['meshh', (options) => decisionMap({} as never, numberedDataset(5), options)],
    decisionBoundaries: ['resolution', (options) => decisionBoundaries({}, numberedDataset(5), options)],
    formatInterval: ['precision', (options) => formatInterval({ mean: 1, low: 0, high: 2 }, options)],
    checkGradients: ['eps', (options) => checkGradients(new ReLU(), zeros([1, 2]), createRng(1), options)],
    'liveFigure penalty-pull': ['alpha', (options) => liveFigure('penalty-pull', options)],
  };
  for (const [who, [name, make]] of Object.entries(makers)) {
    it(`holds the options of ${who}: no ${name}, and no number in their place`, async () => {
      const opening = `${who}: options must be among `;
      await expectLesson(
        () => make({ [name]: 1 } as never),
        'OptionError',
        opening,
        `received "${name}"; check the spell`,
      );
      await expectLesson(() => make(5 as never), 'OptionError', `${who}: options must be an object, received 5`);
    });
  }

  it('says to a Dense and a Conv2D with an activation that ReLU is a layer of its own', async () => {
    const options = { activation: 'relu' } as object;
    for (const make of [() => new Dense(3, options), () => new Conv2D(3, 3, options)])
      await expectLesson(make, 'OptionError', 'received "activation"', 'a layer of its own, e.g. new ReLU()');
  });

  it('says to those who give no options to a maker of data which there are', async () => {
    for (const make of [makeMoons, makeClassification, makeDigits] as (() => unknown)[])
      await expectLesson(
        make,
        'OptionError',
        `${make.name}: options must be an object`,
        'undefined',
        'samples',
        'rng }',
      );
    const data = numberedDataset(5);
    for (const make of [split, corruptLabels] as ((given: typeof data) => unknown)[])
      await expectLesson(
        () => make(data),
        'OptionError',
        `${make.name}: options must be an object, received undefined`,
      );
  });
});
