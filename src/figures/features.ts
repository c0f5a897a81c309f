// two columns of x → are they there? For what is drawn over a plane of two features.

import { requireOption } from '../errors';

/** Checks that features are columns of x. @throws OptionError; `who` opens the message */
export function requireFeatures(features: readonly number[], width: number, who: string): void {
  for (const feature of features) {
    requireOption(
      Number.isInteger(feature) && feature >= 0 && feature < width,
      `${who}: features must be columns in [0, ${width})`,
      feature,
      'number them from 0',
    );
  }
}
