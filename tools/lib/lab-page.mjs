// A page of Chromium that shows a notebook in JupyterLab: what a person does there, as functions.

const stopButton = '.jp-NotebookPanel:not(.lm-mod-hidden) [data-jp-item-name="interrupt"] jp-button';

/** A JupyterLab in the browser; `requests` collects the address of everything it asks for. */
export class LabPage {
  constructor(page, server) {
    this.page = page;
    this.server = server;
    this.requests = [];
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.requests.push(socket.url()));
  }

  /** The address of a notebook alone, in a workspace without memory. */
  address(notebook) {
    const [address, query] = this.server.url.split('?');
    return `${address}/tree/notebooks/${notebook}?${query}&reset`;
  }

  /** Opens a notebook and waits for its kernel. */
  async open(notebook) {
    await this.page.goto(this.address(notebook));
    await this.page.waitForSelector('.jp-NotebookPanel .jp-Cell');
    await this.page.waitForFunction(() => /Idle/.test(document.querySelector('#jp-main-statusbar')?.textContent ?? ''));
  }

  /** Chooses an entry of a menu, e.g. `menu('Settings', 'Theme', 'JupyterLab Dark')`. */
  async menu(bar, ...entries) {
    await this.page.click(`.lm-MenuBar-itemLabel:text-is("${bar}")`);
    for (const entry of entries) await this.page.click(`.lm-Menu-itemLabel:text-is("${entry}")`);
  }

  /** Saves the notebook and waits until it is written. */
  async save() {
    const written = this.page.waitForResponse(
      (response) => response.request().method() === 'PUT' && response.url().includes('/api/contents/'),
    );
    await this.menu('File', 'Save Notebook');
    await written;
    await this.page.waitForFunction(() => !document.querySelector('.jp-mod-dirty'));
  }

  /** The code cells: `running`, the `count` in their brackets, the text of their output, and what of it is in red. */
  cells() {
    return this.page.$$eval('.jp-CodeCell', (cells) =>
      cells.map((cell) => {
        const prompt = cell.querySelector('.jp-InputPrompt').textContent;
        return {
          running: prompt.includes('*'),
          count: Number(/\d+/.exec(prompt)?.[0] ?? NaN),
          text: cell.querySelector('.jp-OutputArea')?.textContent ?? '',
          failed: [...cell.querySelectorAll('[data-mime-type^="application/vnd.jupyter."]')]
            .filter(({ dataset }) => /\.(stderr|error)$/.test(dataset.mimeType))
            .map(({ textContent }) => textContent)
            .join('\n'),
        };
      }),
    );
  }

  /** Waits until the code cell `index` holds, by the predicate, what is waited for. */
  async until(index, predicate, timeout = 60_000) {
    const end = Date.now() + timeout;
    for (;;) {
      const cells = await this.cells();
      if (cells[index] && predicate(cells[index])) return cells[index];
      if (Date.now() > end)
        throw new Error(`cell ${index} after ${timeout / 1000} s: ${JSON.stringify(cells[index]).slice(0, 2000)}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Runs all cells and waits until the last one has ended. */
  async runAll(timeout = 60_000) {
    await this.startAll();
    await this.until((await this.cells()).length - 1, (cell) => !cell.running && cell.count > 0, timeout);
    return this.cells();
  }

  async startAll() {
    await this.menu('Run', 'Run All Cells');
  }

  /** Presses the stop button; milliseconds from the press until the cell `index` has ended, as the page sees it. */
  async stop(index) {
    const ended = this.page.evaluate(
      ([selector, index]) =>
        new Promise((resolve) => {
          const button = document.querySelector(selector);
          const prompt = document.querySelectorAll('.jp-CodeCell')[index].querySelector('.jp-InputPrompt');
          button.addEventListener(
            'pointerdown',
            () => {
              const start = performance.now();
              const look = () =>
                prompt.textContent.includes('*') ? setTimeout(look, 1) : resolve(performance.now() - start);
              look();
            },
            { once: true, capture: true },
          );
        }),
      [stopButton, index],
    );
    await this.page.click(stopButton);
    return ended;
  }
}
