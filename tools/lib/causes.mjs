// what npm, pip, uv or the system printed when a step failed → what that means, and what to do
import { root } from './paths.mjs';

export const noNetwork =
  'there is no network, or it does not let this machine reach the packages.\nConnect it and type the command again; what was downloaded is kept. Behind a proxy, set HTTPS_PROXY.';

const causes = [
  {
    seen: /ENOTCACHED|only-if-cached/,
    means:
      'npm is set to work offline, and not all packages were downloaded before.\nTake the setting back (`npm config delete offline`, or unset npm_config_offline) and try again.',
  },
  {
    seen: /EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|Failed to establish a new connection|dns error|Connection refused|Connection timed out|Network is unreachable/i,
    means: noNetwork,
  },
  {
    seen: /SELF_SIGNED_CERT|UNABLE_TO_(VERIFY|GET_ISSUER)|CERTIFICATE_VERIFY_FAILED|unable to get local issuer|invalid peer certificate/i,
    means:
      'somebody stands between this machine and the packages, with a certificate that is not known here: often the proxy of a school or company.\nAsk for its certificate; npm takes it as NODE_EXTRA_CA_CERTS, pip as PIP_CERT.',
  },
  {
    seen: /ENOSPC|EDQUOT|No space left|Disk quota exceeded/i,
    means: 'the disk is full. Make room and type the command again.',
  },
  {
    seen: /EROFS|EACCES|EPERM|Permission denied|Read-only file system/i,
    means: `you may not write to ${root}.\nIf it is somebody else's, ask the owner to type this command once, after which everybody can use it; or copy the course into a folder of your own.`,
  },
];

/** The cause and the remedy in plain words; undefined when the text shows none of those that are known. */
export function causeOf(text) {
  return causes.find(({ seen }) => seen.test(text))?.means;
}
