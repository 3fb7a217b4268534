import { BlockList, isIPv4 } from 'node:net';

/** Networks that are not the public internet (https://www.iana.org/assignments/iana-ipv4-special-registry/), and multicast. */
const special4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  // Where clouds serve the credentials of a machine: 169.254.169.254.
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
];

/** Within the global addresses: protocols that carry an IPv4 address (Teredo, 6to4), benchmarks and documentation. */
const special6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const [specials4, global6, specials6] = [
  listOf(special4, 'ipv4'),
  listOf(['2000::/3'], 'ipv6'),
  listOf(special6, 'ipv6'),
];

/**
 * Whether an address is not one of the public internet, so that a request to it would reach what only this machine or its network can.
 * Of IPv6 nothing counts as public but what is assigned globally: no loopback, link-local, unique local, mapped or translated address.
 */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return specials4.check(address, 'ipv4');
  return !global6.check(address, 'ipv6') || specials6.check(address, 'ipv6');
}

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
