// Ports of this machine, and the addresses under which a server can be reached.
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';
import { networkInterfaces } from 'node:os';

export const noPort = 'no port of 127.0.0.1 can be opened and reached';

/** Whether a port of this machine can be opened and reached; any port, for 0. */
export async function canListen(port) {
  const server = createServer((socket) => socket.destroy());
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
    const signal = AbortSignal.timeout(3000); // with the loopback switched off nothing answers, and nothing refuses
    const socket = createConnection(server.address().port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect', { signal }).finally(() => socket.destroy());
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
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
