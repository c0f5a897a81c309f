// name, options → LiveFigure: a figure to play with, as plain data. JupyterLab and the website mount the element of that name.

import { requireKnownNames, requireOption } from '../errors';
import { liveFigures, type LiveFigureName, type LiveOption } from './live-figures';

/** A figure that computes while it is looked at: its sliders set the options. Shown with `show`. */
export interface LiveFigure {
  /** Its name. */
  figure: LiveFigureName;
  /** Where the sliders stand at first; all of them. */
  options: Record<string, number>;
  /** What the first picture shows, for those who cannot see it. */
  alt: string;
}

/** The options of the live figure of this name, each a number. */
export type LiveOptions<Name extends LiveFigureName> = Partial<
  Record<keyof (typeof liveFigures)[Name]['options'], number>
>;

/**
 * Describes a live figure. Its names and their options, with units, ranges and defaults, are those of {@link liveFigures}.
 *
 * @param name e.g. `penalty-pull`
 * @param options where its sliders stand at first; what is left out stands at its default
 * @throws OptionError for a name or an option that there is not, or a number outside the range of its slider
 *
 * @example `show(liveFigure('penalty-pull', { lambda: 0.1 }));`
 */
export function liveFigure<Name extends LiveFigureName>(name: Name, options: LiveOptions<Name> = {}): LiveFigure {
  const names = Object.keys(liveFigures);
  requireOption(
    names.includes(name),
    `liveFigure: name must be one of ${names.join(', ')}`,
    name,
    'check how it is spelled',
  );
  const { title, alt, options: known } = liveFigures[name];
  const values: Record<string, number> = {};
  for (const [key, option] of Object.entries<LiveOption>(known)) values[key] = option.value;
  requireKnownNames(options, Object.keys(known), `liveFigure ${name}`);
  for (const [key, value] of Object.entries<number | undefined>(options)) {
    if (value !== undefined) values[key] = requireInRange(name, key, (known as Record<string, LiveOption>)[key], value);
  }
  const stands = Object.entries(values).map(([key, value]) => `${key} ${value}`);
  return { figure: name, options: values, alt: `${title}. ${alt} It stands at ${stands.join(', ')}.` };
}

function requireInRange(name: string, key: string, option: LiveOption, value: number): number {
  const { min, max } = option;
  requireOption(
    typeof value === 'number' && value >= min && value <= max,
    `liveFigure: ${key} of ${name} must be in [${min}, ${max}]`,
    value,
    `pass e.g. ${option.value}`,
  );
  return value;
}

/** Whether this is a {@link LiveFigure}, and not a Plotly figure. */
export function isLiveFigure(what: object): what is LiveFigure {
  return 'figure' in what && 'options' in what;
}
