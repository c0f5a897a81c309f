// The live figures of the course: their titles, and the options that their sliders set. Their elements are in live/.

/** A number that a slider sets. */
export interface LiveOption {
  /** The name of the slider, e.g. `learning rate η`. */
  readonly label: string;
  /** The lowest place of the slider. */
  readonly min: number;
  /** The highest place of the slider. */
  readonly max: number;
  /** From one place of the slider to the next. */
  readonly step: number;
  /** The place of the slider at first. */
  readonly value: number;
  /** Typed into a field, as a seed is, in place of a slider. */
  readonly typed?: boolean;
  /** A box to tick in place of a slider: 0 or 1. */
  readonly ticked?: boolean;
}

/** The title of a live figure, its description and its options. */
export interface LiveFigureDescription {
  /** Its heading: what can be found out with it. */
  readonly title: string;
  /** A description of the picture, for those who cannot see it. */
  readonly alt: string;
  /** The options that its sliders set, by name. */
  readonly options: Readonly<Record<string, LiveOption>>;
}

const seed: LiveOption = { label: 'seed', min: 0, max: 999_999, step: 1, value: 1, typed: true };

/** All live figures by name. */
export const liveFigures = {
  'penalty-pull': {
    title: 'One step by hand: the data pull, and the penalty pulls',
    alt: 'Left, the pull of L1 and of L2 towards zero against the weight, and one step of the weight. Right, the contours of a data loss over two weights with the diamond of L1 and the circle of L2.',
    options: {
      weight: { label: 'weight w', min: -4, max: 4, step: 0.1, value: 2 },
      lambda: { label: 'strength λ', min: 0, max: 0.5, step: 0.01, value: 0.1 },
      eta: { label: 'learning rate η', min: 0.01, max: 1, step: 0.01, value: 0.01 },
      gradient: { label: 'data gradient g', min: -1, max: 1, step: 0.05, value: 0.5 },
    },
  },
  'dropout-mask': {
    title: 'Each mask is another network, and the mean of h′ is h',
    alt: 'A network of five, four and three units, some of them dropped, their values before and after, and the running mean of the values over many masks.',
    options: {
      rate: { label: 'dropout rate', min: 0, max: 0.9, step: 0.05, value: 0.5 },
      seed,
      masks: { label: 'masks drawn', min: 1, max: 1000, step: 1, value: 1 },
    },
  },
  'soft-threshold': {
    title: 'A gradient step crosses zero, a proximal step lands on it',
    alt: 'Left, the soft threshold, with the step that is looked at. Right, the weight step by step: with the subgradient of L1 it zigzags around zero, with the proximal step it stays at zero.',
    options: {
      lambda: { label: 'strength λ', min: 0, max: 1, step: 0.05, value: 0.5 },
      eta: { label: 'learning rate η', min: 0.05, max: 1, step: 0.05, value: 0.3 },
      target: { label: 'target a', min: -1.5, max: 1.5, step: 0.05, value: 0.3 },
      start: { label: 'first weight', min: -1.5, max: 1.5, step: 0.05, value: 1.2 },
      step: { label: 'step shown', min: 1, max: 40, step: 1, value: 6 },
    },
  },
  'early-stopping': {
    title: 'Which epoch is kept? Ask the same run again',
    alt: 'Training and validation loss of a network, epoch by epoch, with the epoch where training stops and the one whose weights are kept; faint, what would have come. Below, the epochs waited without improvement. Beside, how good the weights are.',
    options: {
      patience: { label: 'patience', min: 0, max: 30, step: 1, value: 5 },
      minDelta: { label: 'minDelta', min: 0, max: 0.05, step: 0.001, value: 0 },
      restore: { label: 'restoreBestWeights', min: 0, max: 1, step: 1, value: 1, ticked: true },
      seed,
    },
  },
  'five-model-race': {
    title: 'Five models race, and one race is no result',
    alt: 'Five panels with the decision boundaries of the baseline, L1, L2, dropout and early stopping on two moons, their validation losses epoch by epoch, and a table of their accuracies over the seeds that were run.',
    options: {
      seed: { ...seed, value: 42 },
      noise: { label: 'noise', min: 0.1, max: 0.5, step: 0.05, value: 0.3 },
      epochs: { label: 'epochs', min: 20, max: 200, step: 10, value: 100 },
    },
  },
} as const satisfies Record<string, LiveFigureDescription>;

/** The name of a live figure, e.g. `penalty-pull`. */
export type LiveFigureName = keyof typeof liveFigures;
