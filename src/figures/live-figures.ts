// The live figures of the course: their titles, and the options that their sliders set. The elements stand in live/.

/** A number that a slider sets. */
export interface LiveOption {
  /** How the slider is called, e.g. `learning rate η`. */
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** From one place of the slider to the next. */
  readonly step: number;
  /** Where it stands when nothing else is said. */
  readonly value: number;
  /** Typed into a field, as a seed is, in place of a slider. */
  readonly typed?: boolean;
}

/** What a live figure is called, says and can be told. */
export interface LiveFigureDescription {
  /** Its heading: what can be found out with it. */
  readonly title: string;
  /** What is drawn, for those who cannot see it. */
  readonly alt: string;
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
      eta: { label: 'learning rate η', min: 0, max: 1, step: 0.01, value: 0.01 },
      gradient: { label: 'data gradient g', min: -2, max: 2, step: 0.1, value: 0.5 },
    },
  },
  'dropout-mask': {
    title: 'Each mask is another network; their mean is the whole one',
    alt: 'A network of five, four and three units, some of them dropped, their values before and after, and the running mean of the values over many masks.',
    options: {
      rate: { label: 'dropout rate', min: 0, max: 0.9, step: 0.05, value: 0.5 },
      seed,
    },
  },
} as const satisfies Record<string, LiveFigureDescription>;

export type LiveFigureName = keyof typeof liveFigures;
