// Where the site stands on its host: `/` or a sub-path, from the environment variable SITE_BASE.

/** Always with a slash at both ends, e.g. `/` or `/holdout/`. */
export const base = `/${process.env.SITE_BASE ?? ''}/`.replace(/\/+/g, '/');

/** The address of a page or file of the site, from its path below the base, which begins with a slash. */
export function withBase(path) {
  return base + path.replace(/^\//, '');
}
