// notebooks/*.ipynb → cells, outputs and figures with their types

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface NotebookOutput {
  output_type: string;
  name?: string;
  text?: string;
  data?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
}

export interface Cell {
  cell_type: 'markdown' | 'code';
  id: string;
  metadata: Record<string, unknown>;
  source: string;
  execution_count?: number;
  /** Empty for markdown. */
  outputs: NotebookOutput[];
}

export interface Notebook {
  cells: Cell[];
  metadata: { holdout?: { quick?: boolean } };
}

/** A figure in an output, with what the tests look at. */
export interface ShownFigure {
  data: {
    plotly: {
      data: { type: string }[];
      layout: Record<string, unknown> & { title?: { text?: string }; meta?: { alt?: string } };
    };
    png?: string;
  };
  metadata: Record<string, unknown>;
}

/** Every committed notebook, in order; lines of sources and outputs joined. */
export function allNotebooks(): { file: string; notebook: Notebook }[] {
  const folder = resolve(__dirname, '..', '..', 'notebooks');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ipynb'))
    .sort();
  return names.map((name) => ({ file: join(folder, name), notebook: readNotebook(join(folder, name)) }));
}

export function figuresOf({ cells }: Notebook): ShownFigure[] {
  return cells
    .flatMap(({ outputs }) => outputs ?? [])
    .filter(({ data }) => data?.['application/vnd.plotly.v1+json'])
    .map(({ data, metadata = {} }) => ({
      data: {
        plotly: data?.['application/vnd.plotly.v1+json'] as ShownFigure['data']['plotly'],
        png: data?.['image/png'] as string | undefined,
      },
      metadata,
    }));
}

function readNotebook(file: string): Notebook {
  const joined = (text: unknown) => (Array.isArray(text) ? text.join('') : text);
  const notebook = JSON.parse(readFileSync(file, 'utf8')) as Notebook;
  for (const cell of notebook.cells) {
    cell.source = joined(cell.source) as string;
    for (const output of cell.outputs ?? []) {
      if (output.text) output.text = joined(output.text) as string;
      for (const type of Object.keys(output.data ?? {}))
        if (type.startsWith('text/')) output.data![type] = joined(output.data![type]);
    }
  }
  return notebook;
}
