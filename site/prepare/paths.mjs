// Where the preparation reads, and where it writes.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const site = dirname(dirname(fileURLToPath(import.meta.url)));
export const root = dirname(site);
export const docs = join(site, 'src', 'content', 'docs');
export const generated = join(site, 'src', 'generated');
export const publicFiles = join(site, 'public');
