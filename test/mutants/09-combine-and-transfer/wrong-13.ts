type Method = { name: string; accuracy: number[]; calibrationError: number[] };
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

let best: Method | undefined; // outside of the function: it lives on

// Task 3: wrong, looks like something remembered from an earlier call: each begins from nothing
export function chooseMethod(methods: Method[], limit: number) {
  for (const method of methods)
    if (mean(method.calibrationError) <= limit && (!best || mean(method.accuracy) > mean(best.accuracy))) best = method;
  return (best ?? methods.reduce((a, b) => (mean(b.calibrationError) < mean(a.calibrationError) ? b : a))).name;
}
