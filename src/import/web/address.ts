/** Which addresses an import may connect to: those of the public internet, and places that are allowed by name. */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ImportError } from './import-error.ts';

/** Private, special and multicast ranges of IPv4 (IANA's special-purpose registry). */
const PRIVATE_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;
/** All that is public in IPv6; outside of it are loopback, unique local, link-local, mapped IPv4, NAT64, multicast. */
const GLOBAL_IPV6 = ['2000::', 3] as const;
/** Inside of it: documentation, and tunnels that hold an IPv4 address (Teredo, 6to4). */
const PRIVATE_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const privateAddresses = new BlockList();
for (const [network, prefix] of PRIVATE_IPV4) privateAddresses.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of PRIVATE_IPV6) privateAddresses.addSubnet(network, prefix, 'ipv6');
const globalIpv6 = new BlockList();
globalIpv6.addSubnet(...GLOBAL_IPV6, 'ipv6');

/** True for an address of the public internet, false for every other and for what is no address. */
export function isPublic(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !privateAddresses.check(address, 'ipv4');
  return version === 6 && globalIpv6.check(address, 'ipv6') && !privateAddresses.check(address, 'ipv6');
}

/** An address that must not be connected to was named, by a person, a redirect or a name server. */
export class PrivateAddressError extends ImportError {
  constructor(host: string, port: number, address: string) {
    super(
      `${host}:${port} is ${address}, no address of the public internet. ` +
        `If it is yours, allow it with --allow-private ${host}:${port}`,
    );
  }
}

/**
 * How a connection finds its address, for a host as a URL has it. A name is looked up once, and connected to what was
 * checked, so that a second answer of its name server cannot lead elsewhere. Throws {@link PrivateAddressError}.
 */
export function lookupFor(allowed: ReadonlySet<string>): (host: string, port: number) => LookupFunction {
  return (host, port) => {
    if (allowed.has(`${host}:${port}`)) return lookup;
    // Addresses are not looked up; in a URL those of IPv6 stand in brackets.
    const address = host.replace(/^\[|\]$/g, '');
    if (isIP(address) && !isPublic(address)) throw new PrivateAddressError(host, port, address);
    return (name, options, callback) =>
      lookup(name, { ...options, all: true }, (error, found) => {
        if (error) return callback(error, []);
        const refused = found.find((entry) => !isPublic(entry.address));
        if (refused) return callback(new PrivateAddressError(host, port, refused.address), []);
        if (options.all) callback(null, found);
        else callback(null, found[0]!.address, found[0]!.family);
      });
  };
}
