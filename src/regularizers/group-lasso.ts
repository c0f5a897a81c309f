// kernel → λ Σ_rows ‖row‖₂: removes an input as a whole, or keeps it as a whole.

import { empty, matrixShape } from '../tensor/tensor';
import { requireStrength, type Regularizer } from './regularizer';

/**
 * The group lasso (Yuan and Lin 2006) over the rows of a Dense kernel `(inputs, units)`: a group is all the weights of one
 * input. `λ Σ_rows ‖w_row‖₂`, without the factor √(group size) of the paper, as all groups of a kernel are equally large.
 * The gradient of a row is `λ w_row / ‖w_row‖₂`, and 0 for a row of zeros.
 *
 * @param lambda strength λ ≥ 0
 * @throws OptionError when λ is negative or not finite
 */
export function groupLasso(lambda: number): Regularizer {
  requireStrength(lambda, 'groupLasso');

  function rowNorm(data: Float64Array, start: number, units: number): number {
    let sum = 0;
    for (let j = 0; j < units; j++) sum += data[start + j] * data[start + j];
    return Math.sqrt(sum);
  }

  return {
    name: `groupLasso(${lambda})`,
    config: { groupLasso: lambda },

    penalty(w) {
      const [inputs, units] = matrixShape(w, 'groupLasso');
      let sum = 0;
      for (let i = 0; i < inputs; i++) sum += rowNorm(w.data, i * units, units);
      return lambda * sum;
    },

    gradient(w) {
      const [inputs, units] = matrixShape(w, 'groupLasso');
      const dw = empty(w.shape);
      for (let i = 0; i < inputs; i++) {
        const norm = rowNorm(w.data, i * units, units);
        for (let j = 0; j < units; j++) dw.data[i * units + j] = norm > 0 ? (lambda * w.data[i * units + j]) / norm : 0;
      }
      return dw;
    },

    proximal(w, step) {
      const [inputs, units] = matrixShape(w, 'groupLasso');
      const v = empty(w.shape);
      for (let i = 0; i < inputs; i++) {
        const norm = rowNorm(w.data, i * units, units);
        const kept = norm > step * lambda; // the whole row, or nothing of it
        const factor = 1 - (step * lambda) / norm;
        for (let j = 0; j < units; j++) v.data[i * units + j] = kept ? factor * w.data[i * units + j] : 0;
      }
      return v;
    },
  };
}
