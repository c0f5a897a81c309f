// a bundle of MIME types → an output of the running cell

/** What a cell shows: the same thing in several formats, from which each viewer takes the best that it knows. */
export interface Output {
  data: Record<string, unknown>;
  metadata?: Record<string, unknown>;
}

type Write = (content: Required<Output> & { transient: { display_id?: string } }, update: boolean) => void;

/** What Deno's kernel gives to cells. */
interface Deno {
  jupyter?: { broadcast(type: string, content: object): Promise<void> };
}

/** The kernel's way to send an output; undefined outside a notebook. tslab has another one for each cell, so it is looked up each time. */
function writer(): Write | undefined {
  const deno = (globalThis as { Deno?: Deno }).Deno?.jupyter;
  if (deno) return (content, update) => void deno.broadcast(update ? 'update_display_data' : 'display_data', content);
  // Only a kernel has loaded this module; loading it elsewhere would load sockets.
  const loaded = Object.keys(require.cache).find((path) => /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path));
  return loaded && require.cache[loaded]?.exports.lastWriteDisplayData;
}

/** Whether this runs in a notebook. */
export function inNotebook(): boolean {
  return writer() !== undefined;
}

/**
 * Adds an output to the running cell. Does nothing outside a notebook.
 *
 * @param id names the output, so that a later call can replace it
 * @param update whether to replace the output of that name
 */
export function display({ data, metadata = {} }: Output, id?: string, update = false): void {
  writer()?.({ data, metadata, transient: id === undefined ? {} : { display_id: id } }, update);
}
