// application/vnd.plotly.v1+json → an interactive Plotly chart that redraws in place on update_display_data, follows
// JupyterLab's theme where the figure sets no colours, and writes nothing into the notebook.
const MIME = 'application/vnd.plotly.v1+json';

/** Without the button that would send the figure's numbers to a company. */
const defaults = { responsive: true, displaylogo: false, showSendToCloud: false };

let plotly;
/** Plotly, which is loaded when the first figure needs it. */
export function loadPlotly(here) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('plotly.js', here);
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(`${script.src} is missing; run \`npm run doctor\``));
    document.head.append(script);
  });
  return plotly;
}

/** The layout with the theme's ink and grid in its template: what the figure sets outside its template stays. */
function themed({ template, ...layout } = {}) {
  const style = getComputedStyle(document.body);
  const color = (name) => style.getPropertyValue(name).trim();
  const base = template?.layout ?? {};
  const axis = { automargin: true, gridcolor: color('--jp-border-color2'), zerolinecolor: color('--jp-border-color1') };
  return {
    height: 360,
    ...layout,
    template: {
      ...template,
      layout: {
        paper_bgcolor: 'rgba(0,0,0,0)',
        plot_bgcolor: 'rgba(0,0,0,0)',
        ...base,
        font: { ...base.font, color: color('--jp-ui-font-color1') },
        modebar: {
          bgcolor: color('--jp-layout-color0'), // in front of a long title
          color: color('--jp-ui-font-color2'),
          activecolor: color('--jp-ui-font-color1'),
        },
        xaxis: { ...base.xaxis, ...axis },
        yaxis: { ...base.yaxis, ...axis },
      },
    },
  };
}

export function renderer(Widget, here) {
  class PlotlyChart extends Widget {
    constructor() {
      super();
      this.addClass('holdout-plotly-chart');
      this.node.style.overflow = 'hidden';
      this.themeObserver = new MutationObserver(() => this.draw());
      this.themeObserver.observe(document.body, { attributeFilter: ['data-jp-theme-name'] });
    }

    async renderModel(model) {
      this.figure = model.data[MIME];
      await this.draw();
    }

    async draw() {
      if (!this.figure) return;
      const Plotly = await loadPlotly(here);
      if (this.isDisposed) return;
      const { data, layout, config, frames } = structuredClone(this.figure); // Plotly writes into what it is given
      this.node.setAttribute('role', 'group'); // not `img`: what is inside can be used
      this.node.setAttribute('aria-label', layout?.meta?.alt ?? 'figure');
      await Plotly.react(this.node, data, themed(layout), { ...defaults, ...config });
      if (frames) await Plotly.addFrames(this.node, frames);
      this.drawn = true;
      this.update();
    }

    onAfterShow() {
      this.update();
    }

    onResize() {
      this.update();
    }

    onUpdateRequest() {
      if (this.drawn && this.isVisible) window.Plotly.Plots.resize(this.node);
    }

    dispose() {
      this.themeObserver.disconnect();
      if (this.drawn) window.Plotly.purge(this.node);
      super.dispose();
    }
  }

  return {
    id: 'holdout:plotly-chart',
    rank: 0,
    dataType: 'json',
    rendererFactory: { safe: true, mimeTypes: [MIME], createRenderer: () => new PlotlyChart() },
  };
}
