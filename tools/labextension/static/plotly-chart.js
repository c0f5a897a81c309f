// application/vnd.plotly.v1+json → an interactive Plotly chart that redraws in place on update_display_data, follows
// JupyterLab's theme where the figure sets no colours, and writes nothing into the notebook.
const MIME = 'application/vnd.plotly.v1+json';

let plotly;
function loadPlotly(here) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL('plotly.js', here);
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error(`${script.src} is missing; run \`npm run doctor\``));
    document.head.append(script);
  });
  return plotly;
}

/** The layout with the theme's ink, grid and a transparent paper below what the figure itself sets. */
function themed(layout = {}) {
  const style = getComputedStyle(document.body);
  const color = (name) => style.getPropertyValue(name).trim();
  const axis = { gridcolor: color('--jp-border-color2'), zerolinecolor: color('--jp-border-color1'), automargin: true };
  return {
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    height: 360,
    ...layout,
    font: { color: color('--jp-ui-font-color1'), ...layout.font },
    template: layout.template ?? { layout: { xaxis: axis, yaxis: axis } },
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
      await Plotly.react(this.node, data, themed(layout), { responsive: true, displaylogo: false, ...config });
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
