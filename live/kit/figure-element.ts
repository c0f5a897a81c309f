// attributes → options → a picture: what all live figures share. The attributes are the state: a slider sets one, and the
// picture follows.

import { liveFigures, type LiveFigureName, type LiveOption } from '../../src/course/live-figures';
import { html } from './dom';
import { nearest } from './numbers';
import { Slider } from './slider';
import { StatusLine } from './status-line';
import { style } from './style';
import { colors, themeOfPage, watchTheme, type Colors, type Theme } from './theme';

const motion = matchMedia('(prefers-reduced-motion: reduce)');

/** The names of the options of a figure. */
type OptionName<Name extends LiveFigureName> = keyof (typeof liveFigures)[Name]['options'] & string;

/**
 * A live figure: `<holdout-NAME>` with its options as attributes (`<holdout-penalty-pull lambda="0.1">`). What stands inside
 * of the tag is shown until the element is defined: a picture.
 */
export abstract class FigureElement<Name extends LiveFigureName> extends HTMLElement {
  /** The name in {@link liveFigures}. */
  static figure: LiveFigureName;
  /** Further rules of style. */
  static style = '';

  static get observedAttributes(): string[] {
    return Object.keys(liveFigures[this.figure].options).map((name) => name.toLowerCase());
  }

  /** Where the panels of the picture stand, side by side when there is room. */
  protected readonly stage = html('div', { class: 'stage' });
  /** Where the sliders stand, and further controls. */
  protected readonly controls = html('div', { class: 'controls' });
  protected theme: Theme = 'light';
  private readonly frame = html('div', { class: 'figure', role: 'group' });
  private readonly status = new StatusLine();
  private readonly sliders = new Map<string, Slider>();
  private readonly sizes = new ResizeObserver(() => this.redraw());
  private readonly places = new IntersectionObserver(([entry]) => {
    this.inView = entry.isIntersecting;
    this.showing();
  });
  private readonly showing = () => this.onVisible(this.inView && !document.hidden);
  private inView = false;
  private unwatch?: () => void;
  private waiting = false;
  private begun = false;

  /** Makes what stays: panels in `stage`, further controls. Called once, before the first `draw`. */
  protected abstract build(): void;

  /** Brings the picture up to date with options, theme and width. At most once a frame. */
  protected abstract draw(): void;

  /** Called when the figure comes into view or leaves it, also with its tab: what moves by itself rests meanwhile. */
  protected onVisible(_visible: boolean): void {}

  /** Called when an option has changed, before the picture is drawn again. */
  protected onOption(_name: string): void {}

  /** Whether the reader wants nothing to move by itself. */
  protected get still(): boolean {
    return motion.matches;
  }

  protected get colors(): Colors {
    return colors[this.theme];
  }

  /** The number of an option. */
  option(name: OptionName<Name>): number {
    const option = this.optionsOfFigure[name];
    const text = this.getAttribute(name);
    return text === null ? option.value : nearest(text.trim() === '' ? NaN : Number(text), option);
  }

  /** Sets an option, as its slider does. */
  setOption(name: OptionName<Name>, value: number): void {
    this.setAttribute(name, String(nearest(value, this.optionsOfFigure[name])));
  }

  /** Says in words what the picture shows now. */
  protected say(text: string): void {
    this.status.say(text);
  }

  /** Whether it has come to rest with all that its options lead to, such as a training run: to be overridden. */
  protected get complete(): boolean {
    return true;
  }

  /** Whether the picture and the words below it are those of the options, and will not change by themselves. */
  get settled(): boolean {
    return this.begun && !this.waiting && !this.status.waiting && this.complete;
  }

  /** Draws soon: in the next frame. */
  protected redraw(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      if (!this.isConnected) return;
      this.begun = true;
      this.draw();
    });
  }

  connectedCallback(): void {
    if (!this.shadowRoot) this.make();
    this.unwatch = watchTheme(() => this.takeTheme());
    this.takeTheme();
    this.sizes.observe(this);
    this.places.observe(this);
    document.addEventListener('visibilitychange', this.showing);
  }

  disconnectedCallback(): void {
    this.unwatch?.();
    this.sizes.disconnect();
    this.places.disconnect();
    document.removeEventListener('visibilitychange', this.showing);
    this.onVisible(false);
  }

  attributeChangedCallback(attribute: string): void {
    const slider = this.sliders.get(attribute);
    if (!slider) return; // before the element stands in the page
    const name = slider.input.name as OptionName<Name>;
    slider.value = this.option(name);
    this.onOption(name);
    this.redraw();
  }

  private get optionsOfFigure(): Record<string, LiveOption> {
    return liveFigures[(this.constructor as typeof FigureElement).figure].options;
  }

  private make(): void {
    const { figure, style: own } = this.constructor as typeof FigureElement;
    const { title } = liveFigures[figure];
    for (const [name, option] of Object.entries(this.optionsOfFigure)) {
      const slider = new Slider(name, option, (value) => this.setOption(name as OptionName<Name>, value));
      slider.value = this.option(name as OptionName<Name>);
      this.sliders.set(name.toLowerCase(), slider);
      this.controls.append(slider.row);
    }
    this.frame.setAttribute('aria-label', title);
    this.frame.append(
      html(
        'div',
        { class: 'inside' },
        html('p', { class: 'title' }, title),
        this.stage,
        this.controls,
        this.status.line,
      ),
    );
    this.attachShadow({ mode: 'open' }).append(html('style', {}, style + own), this.frame);
    this.build();
  }

  private takeTheme(): void {
    this.theme = themeOfPage();
    this.frame.style.colorScheme = this.theme;
    for (const [name, color] of Object.entries(this.colors)) this.frame.style.setProperty(`--${name}`, color);
    this.redraw();
  }
}

/** Makes the element known to the page as `<holdout-NAME>`. */
export function defineFigure(element: CustomElementConstructor & { figure: LiveFigureName }): void {
  const tag = `holdout-${element.figure}`;
  if (!customElements.get(tag)) customElements.define(tag, element);
}
