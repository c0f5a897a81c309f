// Plotly, loaded once, when the first figure comes near.

export interface Figure {
  data: object[];
  layout: Record<string, unknown> & { template?: { layout?: Record<string, object> } };
}

interface Plotly {
  react(place: HTMLElement, data: object[], layout: object, config: object): Promise<void>;
}

let loaded: Promise<Plotly> | undefined;

export function loadPlotly(): Promise<Plotly> {
  loaded ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${import.meta.env.BASE_URL}plotly/plotly.js`;
    script.onload = () => resolve((window as unknown as { Plotly: Plotly }).Plotly);
    script.onerror = () => reject(new Error(`${script.src} did not load`));
    document.head.append(script);
  });
  return loaded;
}
