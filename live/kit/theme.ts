// page → light or dark, and the colours of a live figure in it.

export type Theme = 'light' | 'dark';

/** What is painted in which colour. Each stands out from its paper by 4.5 : 1 at least, `line` and `soft` apart. */
export interface Colors {
  paper: string;
  ink: string;
  muted: string;
  /** Grid lines and borders. */
  line: string;
  /** Faint areas. */
  soft: string;
  /** The hues of the figures of the course, in their order, as dark or as light as the paper needs. */
  blue: string;
  orange: string;
  green: string;
  pink: string;
  grey: string;
}

export const colors: Record<Theme, Colors> = {
  light: {
    paper: '#ffffff',
    ink: '#1f1f1f',
    muted: '#595959',
    line: '#c9c9c9',
    soft: '#8080801f',
    blue: '#0072b2',
    orange: '#b84f00',
    green: '#00795a',
    pink: '#a84a7e',
    grey: '#6b6b6b',
  },
  dark: {
    paper: '#1b1c20',
    ink: '#e8e8e8',
    muted: '#b8b8b8',
    line: '#5a5a5a',
    soft: '#b0b0b026',
    blue: '#56b4e9',
    orange: '#f0904a',
    green: '#3fc79a',
    pink: '#e59ac3',
    grey: '#b0b0b0',
  },
};

const preference = matchMedia('(prefers-color-scheme: dark)');

/** The theme of the page: what the website or JupyterLab says, else what the system prefers. */
export function themeOfPage(): Theme {
  const site = document.documentElement.dataset.theme;
  if (site === 'light' || site === 'dark') return site;
  const lab = document.body.dataset.jpThemeLight;
  return lab === 'false' || (lab === undefined && preference.matches) ? 'dark' : 'light';
}

/** Calls when the theme may have changed; what it returns ends that. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  observer.observe(document.body, { attributeFilter: ['data-jp-theme-light'] });
  preference.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    preference.removeEventListener('change', changed);
  };
}
