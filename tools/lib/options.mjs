// Arguments of a command → its options; an unknown one ends the command with a sentence, not with a stack.
import { parseArgs } from 'node:util';

/** As `parseArgs` of Node; on a mistake prints what is wrong and which options there are, and ends with exit code 2. */
export function optionsOf(config) {
  try {
    return parseArgs(config);
  } catch (error) {
    const known = Object.keys(config.options).map((name) => `--${name}`);
    console.error(`${error.message.split('. ')[0]}; there are ${known.join(', ')}`);
    process.exit(2);
  }
}
