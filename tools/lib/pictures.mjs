// figures → PNG pictures, for viewers that know neither Plotly nor live figures: GitHub, a reader without scripts, paper.
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { buildLive, figures } from '../../live/build.mjs';
import { launchBrowser } from './browser.mjs';
import { root, scratch, tools } from './paths.mjs';

/** Pixels of the page; the picture has more, so that it is sharp on fine screens. */
const width = 720;
const scale = 1.5;

/** Bytes of a picture at most. */
const pictureLimit = 120_000;

/** Draws figures in one browser, which is started for the first of them. */
export class Pictures {
  count = 0;

  /** The picture of a figure or live figure: `{png, width, height}`, the PNG in base64, the size in pixels of the page. */
  async draw(subject) {
    const { shot, height } = 'options' in subject ? await this.drawLive(subject) : await this.drawPlotly(subject);
    this.count++;
    return { png: reduced(shot).toString('base64'), width, height };
  }

  async drawPlotly({ data, layout }) {
    const page = await this.open();
    const { height } = layout;
    await page.evaluate(
      async ([figure, size]) => {
        const place = document.getElementById('figure');
        Object.assign(place.style, size);
        await window.Plotly.newPlot(place, figure.data, figure.layout, { staticPlot: true });
      },
      [
        { data, layout },
        { width: `${width}px`, height: `${height}px` },
      ],
    );
    const shot = await page.locator('#figure').screenshot({ omitBackground: true });
    await page.evaluate(() => window.Plotly.purge('figure'));
    return { shot, height };
  }

  /** Where the live figure trains, the picture shows the end of it. */
  async drawLive({ figure, options }) {
    const page = await this.openLive();
    const height = await page.evaluate(
      async ([tag, options]) => {
        const live = document.createElement(tag);
        for (const [name, value] of Object.entries(options)) live.setAttribute(name, value);
        document.body.replaceChildren(live);
        await customElements.whenDefined(tag);
        while (!live.settled) await new Promise(requestAnimationFrame);
        live.style.height = `${2 * Math.ceil(live.clientHeight / 2)}px`; // so that the picture has whole pixels
        return live.clientHeight;
      },
      [`holdout-${figure}`, options],
    );
    const shot = await page.locator(`holdout-${figure}`).screenshot({ omitBackground: true });
    await page.evaluate(() => document.body.replaceChildren());
    return { shot, height };
  }

  async close() {
    await this.browser?.close();
  }

  async open() {
    if (this.page) return this.page;
    this.page = await this.newPage();
    await this.page.setContent('<body style="margin: 0"><div id="figure"></div></body>');
    await this.page.addScriptTag({ path: join(root, 'node_modules', 'plotly.js-dist', 'plotly.js') });
    return this.page;
  }

  async openLive() {
    if (this.livePage) return this.livePage;
    const folder = join(scratch, 'live');
    await buildLive({ outdir: folder });
    const scripts = figures.map((name) => `<script type="module" src="/${name}.js"></script>`).join('');
    this.livePage = await this.newPage({ reducedMotion: 'reduce' });
    await this.livePage.route('**', async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/')
        await route.fulfill({
          contentType: 'text/html',
          body: `<!doctype html><html data-theme="light">${scripts}<body style="margin: 0">`,
        });
      else await route.fulfill({ path: join(folder, basename(pathname)) });
    });
    await this.livePage.goto('http://localhost/'); // answered above: nothing is asked of the network
    return this.livePage;
  }

  async newPage(options = {}) {
    this.browser ??= await launchBrowser();
    return this.browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: scale, ...options });
  }
}

/** The picture with as many colours as keep it small enough: a third of the bytes, and no eye sees the difference. */
function reduced(png) {
  const { decode, encode, toRGBA8 } = createRequire(join(tools, 'package.json'))('upng-js');
  const image = decode(png);
  for (const colors of [256, 128, 64]) {
    const smaller = Buffer.from(encode(toRGBA8(image), image.width, image.height, colors));
    if (smaller.length < pictureLimit) return smaller;
  }
  throw new Error(
    `A figure of ${image.width} × ${image.height} pixels needs more than ${pictureLimit} bytes with 64 colours: draw fewer points`,
  );
}
