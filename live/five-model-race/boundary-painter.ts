// the probability of class 1 on a mesh, examples → shade, boundary and points on a canvas.

import type { Dataset } from '../../src/data/dataset';
import { boundaryLines } from '../../src/figures/boundary';
import type { DecisionMap } from '../../src/figures/decision-map';
import type { PaintColors } from './race-messages';

/** Examples that are drawn. */
const shown = 140;

/** Paints one panel. */
export class BoundaryPainter {
  private readonly context: OffscreenCanvasRenderingContext2D;
  private map?: DecisionMap;
  private examples?: Dataset;
  private colors?: PaintColors;
  /** Pixels of the canvas for a pixel of the page. */
  private scale = 1;

  constructor(private readonly canvas: OffscreenCanvas) {
    this.context = canvas.getContext('2d')!;
  }

  resize([width, height]: readonly [width: number, height: number], scale: number): void {
    Object.assign(this.canvas, { width, height });
    this.scale = scale;
    this.repaint();
  }

  recolor(colors: PaintColors): void {
    this.colors = colors;
    this.repaint();
  }

  paint(map: DecisionMap, examples: Dataset): void {
    this.map = map;
    this.examples = examples;
    this.repaint();
  }

  private repaint(): void {
    const { context, canvas, map, examples, colors } = this;
    if (!map || !examples || !colors) return;
    const [left, right] = [map.x[0], map.x[map.x.length - 1]];
    const [bottom, top] = [map.y[0], map.y[map.y.length - 1]];
    const px = (x: number) => ((x - left) / (right - left)) * canvas.width;
    const py = (y: number) => ((top - y) / (top - bottom)) * canvas.height;

    context.fillStyle = colors.paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    // A pixel of the shade is centred at its point of the mesh, half of the outermost ones is cut off.
    const [stepX, stepY] = [canvas.width / (map.x.length - 1), canvas.height / (map.y.length - 1)];
    context.drawImage(shade(map, colors), -stepX / 2, -stepY / 2, canvas.width + stepX, canvas.height + stepY);

    for (let row = 0; row < Math.min(shown, examples.y.length); row++) {
      const width = examples.x.shape[1];
      this.point(px(examples.x.data[row * width]), py(examples.x.data[row * width + 1]), examples.y[row], colors);
    }
    context.strokeStyle = colors.ink;
    context.lineWidth = 1.8 * this.scale;
    context.lineJoin = 'round';
    context.beginPath();
    for (const line of boundaryLines(map)) {
      line.forEach(([x, y], i) => (i ? context.lineTo(px(x), py(y)) : context.moveTo(px(x), py(y))));
    }
    context.stroke();
  }

  /** A circle for class 0, a diamond for class 1. */
  private point(x: number, y: number, label: number, { classes, ink }: PaintColors): void {
    const { context } = this;
    const r = Math.min(2.1 * this.scale, this.canvas.width / 110);
    context.beginPath();
    if (label === 0) context.arc(x, y, r, 0, 2 * Math.PI);
    else for (const [dx, dy] of [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]]) context.lineTo(x + r * dx, y + r * dy); // prettier-ignore
    context.closePath();
    context.fillStyle = classes[label];
    context.fill();
    context.strokeStyle = ink;
    context.globalAlpha = 0.45;
    context.lineWidth = 0.6 * this.scale;
    context.stroke();
    context.globalAlpha = 1;
  }
}

/** A pixel for each point of the mesh: nothing where the model is undecided, the colour of a class where it is sure. */
function shade({ x, y, probability }: DecisionMap, { classes }: PaintColors): OffscreenCanvas {
  const small = new OffscreenCanvas(x.length, y.length);
  const context = small.getContext('2d')!;
  const image = context.createImageData(x.length, y.length);
  const hues = classes.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  for (let i = 0; i < y.length; i++) {
    for (let j = 0; j < x.length; j++) {
      const p = probability[i * x.length + j];
      const at = 4 * ((y.length - 1 - i) * x.length + j);
      image.data.set(hues[p < 0.5 ? 0 : 1], at);
      image.data[at + 3] = 255 * Math.abs(p - 0.5); // half covered at most: points stand out
    }
  }
  context.putImageData(image, 0, 0);
  return small;
}
