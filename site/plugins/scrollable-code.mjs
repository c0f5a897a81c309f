// Blocks of code → reachable with the keyboard from the beginning, also where no script runs.
import { select, setProperty } from '@astrojs/starlight/expressive-code/hast';

/**
 * A plugin of Expressive Code. Its own script makes every `pre` that scrolls a landmark; here the `code` inside scrolls
 * (src/styles/site.css), and is none.
 */
export function scrollableCode() {
  return {
    name: 'scrollable code',
    hooks: {
      postprocessRenderedBlock({ renderData }) {
        const code = select('pre > code', renderData.blockAst);
        setProperty(code, 'tabindex', '0');
        setProperty(code, 'role', 'group');
      },
    },
  };
}
