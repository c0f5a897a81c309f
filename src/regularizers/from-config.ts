// plain data → Regularizer: recipes and saved models name a penalty by its strengths.

import { OptionError, requireOption } from '../errors';
import { elasticNet } from './elastic-net';
import { groupLasso } from './group-lasso';
import { l1 } from './l1';
import { l2 } from './l2';
import { requireStrength, type Regularizer, type RegularizerConfig } from './regularizer';

const strengths: Record<keyof RegularizerConfig, true> = { l1: true, l2: true, groupLasso: true };

/**
 * The regularizer with these strengths, or none when none is given.
 *
 * @throws OptionError when the strengths are no object, a strength is unknown or negative, or the group lasso is combined with another penalty
 */
export function regularizerFrom(config: RegularizerConfig): Regularizer | undefined {
  requireOption(
    typeof config === 'object' && config !== null && !Array.isArray(config),
    'regularizer: strengths must be an object',
    config,
    'pass e.g. { l2: 0.001 }',
  );
  for (const [name, lambda] of Object.entries(config)) {
    if (!Object.hasOwn(strengths, name)) {
      throw new OptionError(
        `regularizer: strengths must be among ${Object.keys(strengths).join(', ')}, received ${name}; check the spelling, or keep getWeights() of a model with a penalty of your own`,
      );
    }
    if (lambda !== undefined) requireStrength(lambda, name);
  }
  if (config.groupLasso) {
    if (config.l1 || config.l2) {
      throw new OptionError(
        `groupLasso: it must stand alone on a kernel, received l1 ${config.l1 ?? 0} and l2 ${config.l2 ?? 0} beside it; choose one`,
      );
    }
    return groupLasso(config.groupLasso);
  }
  if (config.l1 && config.l2) return elasticNet({ l1: config.l1, l2: config.l2 });
  if (config.l1) return l1(config.l1);
  return config.l2 ? l2(config.l2) : undefined;
}
