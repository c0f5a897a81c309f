// A picture of a figure → the same drawn by Plotly, in the colours of the page.
import { loadPlotly, type Figure } from './plotly';
import { themed } from './theme';

const touch = matchMedia('(pointer: coarse)').matches;

/** The buttons come up below a mouse; a finger would have them stand over the title. */
const config = {
  responsive: true,
  displaylogo: false,
  showSendToCloud: false, // else a button that sends the figure's numbers to a company
  displayModeBar: touch ? false : 'hover',
  modeBarButtonsToRemove: ['select2d', 'lasso2d', 'autoScale2d'],
};

/** What is drawn, and whether it has the colours of the page as it is now. */
const drawn = new Map<HTMLElement, { figure: Figure; chart: HTMLElement; current: boolean }>();

/** Loads Plotly and the figure's numbers, draws it over the picture and takes the picture away. */
export async function interactive(place: HTMLElement): Promise<void> {
  const [Plotly, figure] = await Promise.all([loadPlotly(), fetch(place.dataset.figure!).then((file) => file.json())]);
  const picture = place.querySelector('img')!;
  const chart = document.createElement('div');
  chart.className = 'chart';
  chart.setAttribute('role', 'group'); // not `img`: what is inside can be used
  chart.setAttribute('aria-label', `Interactive figure: ${picture.alt}`);
  place.append(chart);
  drawn.set(place, { figure, chart, current: true });
  await paint(Plotly, figure, chart);
  place.classList.add('is-interactive');
  visible.observe(place);
}

function paint(Plotly: Awaited<ReturnType<typeof loadPlotly>>, { data, layout }: Figure, chart: HTMLElement) {
  const figure = structuredClone({ data, layout }); // Plotly writes into what it is given
  const dragmode = touch ? { dragmode: false } : {}; // a finger that moves over a figure scrolls the page
  return Plotly.react(chart, figure.data, { ...themed(figure.layout, chart.clientWidth), ...dragmode }, config);
}

/** Figures that can be seen now. A change of the theme repaints these; the others follow when they are seen again. */
const inView = new Set<HTMLElement>();
const visible = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (isIntersecting) inView.add(target as HTMLElement);
    else inView.delete(target as HTMLElement);
  }
  repaint();
});

async function repaint() {
  const Plotly = await loadPlotly();
  for (const place of inView) {
    const entry = drawn.get(place)!;
    if (entry.current) continue;
    entry.current = true;
    await paint(Plotly, entry.figure, entry.chart);
  }
}

new MutationObserver(() => {
  for (const entry of drawn.values()) entry.current = false;
  repaint();
}).observe(document.documentElement, { attributeFilter: ['data-theme'] });
