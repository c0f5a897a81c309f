// A browser → visits of pages of the site, each of which notes what was asked for, what failed, and what moved.

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 900 } };

/** Runs in the page before its own scripts: adds up what shifts, and keeps the last largest paint. */
function watch() {
  window.seen = { shift: 0, paint: 0, painted: '' };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      Object.assign(window.seen, { paint: entry.startTime, painted: entry.element?.tagName });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** Opens pages of a site in one browser. What goes wrong in any of them is kept in `faults`, foreign requests in `outside`. */
export class Visits {
  faults = [];
  outside = new Set();
  requests = 0;

  constructor(browser, url) {
    Object.assign(this, { browser, url });
  }

  /**
   * Opens a page in a context of its own, with nothing cached, calls `work(page, visit)` and closes it again.
   * `small`: a phone; `dark`: the reader prefers it; `slow`: 1.6 Mbit/s, 150 ms, a processor 4 times slower.
   */
  async visit(path, { small, dark, slow, javaScriptEnabled = true }, work) {
    const colorScheme = dark ? 'dark' : 'light';
    const context = await this.browser.newContext({ ...(small ? phone : desktop), colorScheme, javaScriptEnabled });
    const page = await context.newPage();
    const visit = { bytes: [], devtools: await context.newCDPSession(page) };
    try {
      await this.note(page, path, visit);
      if (slow) await slowDown(visit.devtools);
      await page.addInitScript(watch);
      await page.goto(new URL(path, this.url).href, { waitUntil: 'load' });
      return await work(page, visit);
    } finally {
      await context.close();
    }
  }

  async note(page, path, visit) {
    const fault = (what) => this.faults.push(`${path || 'home'}: ${what}`);
    page.on('pageerror', (error) => fault(error.message));
    page.on('console', (message) => message.type() === 'error' && fault(`${message.text()} ${message.location().url}`));
    page.on('request', (request) => {
      this.requests++;
      if (!request.url().startsWith(this.url) && !/^(?:data|blob):/.test(request.url()))
        this.outside.add(request.url());
    });
    const answers = new Map();
    await visit.devtools.send('Network.enable');
    visit.devtools.on('Network.responseReceived', ({ requestId, type, response }) =>
      answers.set(requestId, { type, path: response.url.replace(this.url, '') }),
    );
    visit.devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      visit.bytes.push({ ...answers.get(requestId), bytes: encodedDataLength }),
    );
  }
}

async function slowDown(devtools) {
  const bytes = (megabits) => (megabits * 1024 * 1024) / 8;
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: bytes(1.6),
    uploadThroughput: bytes(0.75),
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}

/** Does `work` for every item, a few at a time, and returns the results in the order of the items. */
export async function inParallel(items, work, atOnce = 2) {
  const results = [];
  const queue = items.map((item, i) => [item, i]);
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[1]] = await work(next[0]);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** Scrolls from top to bottom until every figure is interactive and every live figure runs, and back. */
export async function wakeFigures(page) {
  await page.evaluate(async () => {
    const figures = [...document.querySelectorAll('figure[data-figure], [data-script]')];
    const awake = (figure) => figure.matches('.is-interactive') || figure.shadowRoot;
    const end = performance.now() + 20_000;
    for (const figure of figures) {
      figure.scrollIntoView({ block: 'center', behavior: 'instant' });
      while (!awake(figure)) {
        if (performance.now() > end) throw new Error(`${figure.outerHTML.slice(0, 120)} did not come alive`);
        await new Promise((turn) => setTimeout(turn, 20));
      }
    }
    window.scrollTo({ top: 0, behavior: 'instant' });
  });
}
