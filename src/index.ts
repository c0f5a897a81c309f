// The contents page: everything public, in the order in which data pass through it.
// Pure TypeScript: it runs in Node, in browsers and in workers alike.

export { DivergedError } from './training/diverged-error';
export { OptionError, ShapeError } from './errors';

// numbers
export { tensor, zeros, reshape, type Images, type Matrix, type Shape, type Tensor } from './tensor/tensor';
export { matmul, type MatmulOptions } from './tensor/matmul';
export { power } from './tensor/math';
export { createRng, type Rng } from './tensor/random';

// data
export type { ByteImages, Dataset, Inputs } from './data/dataset';
export { makeMoons, type MoonsOptions } from './data/moons';
export { makeClassification, type ClassificationOptions } from './data/classification';
export { addNoiseFeatures } from './data/noise-features';
export { corruptLabels, type CorruptOptions } from './data/corrupt-labels';
export { loadDigits } from './data/digits';
export { makeDigits, type DigitsOptions } from './data/make-digits';
export { parseIdx, type ByteArray } from './data/idx';
export { split, type Split, type SplitOptions } from './data/split';
export { Standardizer, standardize } from './data/standardizer';
export { batches } from './data/batches';

// regularizers
export type { Regularizer, RegularizerConfig } from './regularizers/regularizer';
export { l1 } from './regularizers/l1';
export { l2 } from './regularizers/l2';
export { elasticNet } from './regularizers/elastic-net';
export { groupLasso } from './regularizers/group-lasso';

// layers
export { Layer, type Buffer, type ForwardOptions, type Parameter } from './layers/layer';
export { glorotNormal, glorotUniform, heNormal, heUniform, type Initializer } from './layers/initializers';
export { Dense, type DenseOptions } from './layers/dense';
export { ReLU } from './layers/relu';
export { Dropout } from './layers/dropout';
export { keepMask } from './layers/keep-mask';
export { BatchNorm, type BatchNormOptions } from './layers/batch-norm';
export { Conv2D, type Conv2DOptions } from './layers/conv2d';
export { convolve, convolveBackward } from './layers/convolve';
export { col2im, im2col } from './layers/im2col';
export { SlidingWindow, type Size2D, type SlidingWindowOptions, type WindowAxis } from './layers/sliding-window';
export { MaxPool2D, type MaxPool2DOptions } from './layers/max-pool2d';
export { GlobalAveragePool2D } from './layers/global-average-pool2d';
export { Flatten } from './layers/flatten';
export { Softmax } from './layers/softmax';
export { Sequential, type SequentialOptions } from './layers/sequential';
export { loadModel, saveModel } from './layers/save-model';
export {
  checkGradients,
  type Differentiable,
  type GradientCheck,
  type GradientCheckOptions,
} from './layers/check-gradients';

// losses
export type { Loss, Target } from './losses/loss';
export { softmax } from './losses/softmax';
export { softmaxCrossEntropy } from './losses/softmax-cross-entropy';
export { meanSquaredError } from './losses/mean-squared-error';

// optimizers
export { totalGradient, type Optimizer } from './optimizers/optimizer';
export { SGD, type SGDOptions } from './optimizers/sgd';
export { Adam, type AdamOptions } from './optimizers/adam';
export { AdamW, type AdamWOptions } from './optimizers/adamw';
export { ProximalSGD } from './optimizers/proximal-sgd';

// metrics
export type { Labels } from './metrics/labels';
export type { Prediction } from './metrics/predicted-classes';
export { accuracy } from './metrics/accuracy';
export { logLoss } from './metrics/log-loss';
export { brierScore } from './metrics/brier-score';
export {
  calibrationBins,
  expectedCalibrationError,
  type CalibrationBin,
  type CalibrationOptions,
} from './metrics/calibration';
export { confusionMatrix } from './metrics/confusion-matrix';
export { mean } from './metrics/mean';
export { weightNorms, type WeightNorms } from './metrics/weight-norms';
export {
  meanInterval,
  pairedInterval,
  pairedTest,
  type Interval,
  type IntervalOptions,
  type PairedTest,
} from './metrics/confidence-interval';

// training
export { fit } from './training/fit';
export type { FitOptions } from './training/fit-options';
export type { Examples } from './training/examples';
export type { EpochLog, History, StopReason } from './training/history';
export type { Callback } from './training/callback';
export { setDefaultObserver, type Observer, type RunInfo } from './training/observer';
export { EarlyStopping } from './training/early-stopping';
export type { EarlyStoppingOptions, Monitor } from './training/early-stopping-options';
export { evaluate, predict, predictClasses, type Evaluation } from './training/evaluate';

// experiments
export { mlp, optimizerOf, recipeDefaults, recipeName, type Recipe } from './experiments/recipe';
export { type Run, type Scores } from './experiments/run';
export { modelOf, score, trainRecipe, type TrainRecipeOptions } from './experiments/train-recipe';
export { loadRuns, saveRuns } from './experiments/save-runs';
export { runsOf } from './experiments/runs-of';
export { trainAll } from './experiments/train-all';
export type { SplitSource } from './experiments/schedule';
export type { TrainAllOptions } from './experiments/train-all-options';
export { setDefaultRunsObserver, type RunsObserver, type TrainAllProgress } from './experiments/runs-observer';

// figures
export type { Named } from './figures/named';
export type { Part } from './figures/scores';
export { figure, type Figure, type FigureOptions, type Layout, type TitleOptions, type Trace } from './figures/figure';
export { datasetScatter, type DatasetScatterOptions } from './figures/dataset-scatter';
export { learningCurves } from './figures/learning-curves';
export { decisionMap, type DecisionMap, type DecisionMapOptions } from './figures/decision-map';
export { boundaryLength, boundaryLines, type Point } from './figures/boundary';
export { decisionBoundaries, type DecisionBoundariesOptions } from './figures/decision-boundaries';
export { weightHistograms, type WeightHistogramsOptions } from './figures/weight-histograms';
export { confidenceIntervals, type ConfidenceIntervalsOptions } from './figures/confidence-intervals';
export { resultsTable } from './figures/results-table';
export { table, type TableCell } from './figures/table';
export { formatInterval, type FormatIntervalOptions } from './figures/format-interval';
export type { ChartOptions } from './figures/chart-options';
export { lineChart, type LineChartOptions, type Series } from './figures/line-chart';
export { barChart, type BarChartOptions } from './figures/bar-chart';
export { heatMap, type HeatMapOptions } from './figures/heat-map';
export { imageGrid, type ImageGridOptions } from './figures/image-grid';

// the course
export { fiveModels } from './course/five-models';
export { noisyMoons } from './course/noisy-moons';
export { liveFigure, type LiveFigure, type LiveOptions } from './course/live-figure';
export { liveFigures, type LiveFigureDescription, type LiveFigureName, type LiveOption } from './course/live-figures';
