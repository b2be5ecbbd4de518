import { isIP } from 'node:net';
import { z } from 'zod';

const named = ['loopback', 'linklocal', 'uniquelocal'];

/** What proxies may be named by: an address, a network such as `10.0.0.0/8`, or one of the names that stand for networks. */
export const ProxyAddress = z
  .string()
  .refine(isAddressOrNetwork, 'is no list of IP addresses, networks such as 10.0.0.0/8, or `loopback`');

function isAddressOrNetwork(text: string): boolean {
  if (named.includes(text)) return true;
  const [, address = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && (bits === undefined || Number(bits) <= (version === 4 ? 32 : 128));
}
