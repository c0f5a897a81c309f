// the figures of the notebooks → what Plotly itself has to say against them
import { basename } from 'node:path';
import { figuresOf, notebookFiles, plotlyType, readNotebook } from '../lib/notebook.mjs';

/** Every attribute of every figure is one that Plotly knows and uses. The page has loaded Plotly for a figure. */
export async function checkFigures({ page }) {
  let count = 0;
  for (const file of notebookFiles())
    for (const { data } of figuresOf(readNotebook(file))) {
      const { data: traces, layout } = data[plotlyType];
      const found = await page.evaluate(
        ([traces, layout]) => window.Plotly.validate(traces, layout) ?? [],
        [traces, layout],
      );
      const messages = found.map(({ msg }) => msg);
      if (messages.length) throw new Error(`${basename(file)}, “${layout.title.text}”: ${messages.join('; ')}`);
      count++;
    }
  return `${count} figures`;
}
