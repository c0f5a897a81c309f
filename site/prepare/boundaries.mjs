// The figure of decision boundaries → panels for the top of the home page: a few kB in place of a picture of a hundred.
import { encodePng } from './png.mjs';

/** Units of the drawing for one of the figure: coordinates become short whole numbers. */
const scale = 40;

/** Every how manieth value of the shade, and point of a line, is kept. */
const thinning = { shade: 3, line: 3 };

/** `{box, classes, panels}`: the size of a panel, the points of each class as a path, and a boundary with its shade for each model. */
export function boundaryPanels({ data, layout }) {
  const box = { x: layout.xaxis.range, y: layout.yaxis.range };
  const place = (x, y) => `${Math.round(scale * (x - box.x[0]))} ${Math.round(scale * (box.y[1] - y))}`;
  const isPoints = ({ type, mode }) => type === 'scatter' && mode === 'markers';
  const points = data.filter((trace) => isPoints(trace) && trace.xaxis === 'x');
  return {
    width: Math.round(scale * (box.x[1] - box.x[0])),
    height: Math.round(scale * (box.y[1] - box.y[0])),
    classes: points.map(({ x, y, marker }) => ({ color: marker.color, path: dots(x, y, place) })),
    panels: data
      .filter(({ type }) => type === 'heatmap')
      .map((shade) => {
        const line = data.find(({ mode, xaxis }) => mode === 'lines' && xaxis === shade.xaxis);
        const [name, accuracy] = layout.annotations
          .find(({ xref }) => xref === `${shade.xaxis} domain`)
          .text.split('<br>');
        return {
          name,
          accuracy,
          color: line.line.color,
          path: strokes(line, place),
          shade: shadePicture(shade, points),
        };
      }),
  };
}

/** Lines of no length with round ends are dots. */
function dots(xs, ys, place) {
  return xs.map((x, i) => `M${place(x, ys[i])}h0`).join('');
}

/** A null lifts the pen. The first and the last point of a line always stay. */
function strokes({ x, y }, place) {
  const isEnd = (i) => x[i - 1] == null || x[i + 1] == null;
  return x
    .map((value, i) => {
      if (value === null || (i % thinning.line && !isEnd(i))) return '';
      return `${x[i - 1] == null ? 'M' : 'L'}${place(value, y[i])}`;
    })
    .join('');
}

/** The probability as the two classes' colours, fainter the less sure: a small picture that a browser makes smooth. */
function shadePicture({ z }, points) {
  const kept = (length) => Array.from({ length }, (_, i) => i).filter((i) => i % thinning.shade === 0);
  const [rows, columns] = [kept(z.length).reverse(), kept(z[0].length)];
  const colors = points.map(({ marker }) => [1, 3, 5].map((i) => parseInt(marker.color.slice(i, i + 2), 16)));
  const rgba = Uint8Array.from(
    rows.flatMap((i) =>
      columns.flatMap((j) => [...colors[z[i][j] < 50 ? 0 : 1], Math.round(2.2 * Math.abs(z[i][j] - 50))]),
    ),
  );
  return `data:image/png;base64,${encodePng(columns.length, rows.length, rgba).toString('base64')}`;
}
