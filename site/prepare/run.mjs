// What the build runs before Astro.
import { main } from '../../tools/lib/step.mjs';
import { prepare } from './index.mjs';

await main(prepare);
