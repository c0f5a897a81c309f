// Ports of this machine, and the addresses under which a server can be reached.
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

export const noPort = 'no port of localhost can be opened';

/** Whether a port of this machine can be opened; of any, for 0. */
export function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/**
 * Where a server can be reached: on this machine first. One that listens on all addresses gives the name of the machine, which
 * nobody else may know, as in a container.
 *
 * @param {{url: string, hostname: string}} record what the server says of itself
 */
export function addressesOf({ url, hostname }, interfaces = networkInterfaces()) {
  if (!['0.0.0.0', '::', '*', ''].includes(hostname)) return [url];
  const own = Object.values(interfaces).flat();
  const others = own.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
  return ['127.0.0.1', ...others].map((address) => {
    const reached = new URL(url);
    reached.hostname = address;
    return reached.href;
  });
}
