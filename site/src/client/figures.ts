// Pictures of figures → figures to point at and zoom into, and live ones, when they come near. Until then nothing is loaded.
import { whenNear } from './near';

whenNear(document.querySelectorAll('figure[data-figure]'), async (place) => {
  const { interactive } = await import('./interactive');
  await interactive(place);
});

whenNear(document.querySelectorAll('[data-script]'), ({ dataset }) => import(/* @vite-ignore */ dataset.script!));
