// figures → PNG pictures, for viewers that know no Plotly: GitHub, an untrusted notebook, paper.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { root, tools } from './paths.mjs';

/** Pixels of the page; the picture has more, so that it is sharp on fine screens. */
const width = 720;
const scale = 1.5;

/** Bytes of a picture at most. */
export const pictureLimit = 120_000;

/** Draws figures in one browser, which is started for the first of them. */
export class Pictures {
  count = 0;

  /** The picture of a figure: `{png, width, height}`, the PNG in base64, the size in pixels of the page. */
  async draw({ data, layout }) {
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
    this.count++;
    return { png: reduced(shot).toString('base64'), width, height };
  }

  async close() {
    await this.browser?.close();
  }

  async open() {
    if (this.page) return this.page;
    this.browser = await launchBrowser();
    this.page = await this.browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: scale });
    await this.page.setContent('<body style="margin: 0"><div id="figure"></div></body>');
    await this.page.addScriptTag({ path: join(root, 'node_modules', 'plotly.js-dist', 'plotly.js') });
    return this.page;
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
