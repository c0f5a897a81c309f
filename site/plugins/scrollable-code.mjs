// Blocks of code → reachable with the keyboard from the beginning, also where no script runs, and no landmark each.
import { select, setProperty } from '@astrojs/starlight/expressive-code/hast';

/** A plugin of Expressive Code, whose own script takes the attributes away again where nothing has to scroll. */
export function scrollableCode() {
  return {
    name: 'scrollable code',
    hooks: {
      postprocessRenderedBlock({ renderData }) {
        const block = select('pre', renderData.blockAst);
        setProperty(block, 'tabindex', '0');
        setProperty(block, 'role', 'group');
      },
    },
  };
}
