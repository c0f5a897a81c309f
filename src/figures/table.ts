// head, rows → a table in Markdown

import { ShapeError } from '../errors';

/** What stands in one place of a table: Markdown, or a number as JavaScript writes it. */
export type TableCell = string | number;

/**
 * A Markdown table for `show`. Cells are Markdown themselves, such as `**bold**` or `$\lambda$`; a `|` in one of them is
 * escaped, and a line break becomes a space.
 *
 * @param head one name a column
 * @param rows as many cells each as the head has
 * @throws ShapeError when a row has another length than the head
 *
 * @example `show(table(['λ', 'accuracy'], [[0.01, '0.853'], [0.1, '0.861']]))`
 */
export function table(head: readonly TableCell[], rows: readonly (readonly TableCell[])[]): string {
  return alignedTable(
    head,
    head.map(() => '---'),
    rows,
  );
}

/** As {@link table}, with the line below the head that aligns the columns: `:--` to the left, `--:` to the right. */
export function alignedTable(
  head: readonly TableCell[],
  alignment: readonly string[],
  rows: readonly (readonly TableCell[])[],
): string {
  const misfit = rows.findIndex(({ length }) => length !== head.length);
  if (misfit >= 0)
    throw new ShapeError(
      `table: every row must have as many cells as the head (${head.length}), received ${rows[misfit].length} in row ${misfit}; give '' where there is nothing to say`,
    );
  return [head, alignment, ...rows].map((cells) => `| ${cells.map(inOneCell).join(' | ')} |`).join('\n');
}

/** A `|` would end the cell, a line break the row. */
function inOneCell(cell: TableCell): string {
  return String(cell)
    .replace(/\\?\|/g, '\\|') // one that is escaped already stays as it is
    .replace(/\s*\n\s*/g, ' ');
}
