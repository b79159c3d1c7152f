import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/**
 * Networks that are not the public internet (IANA special-purpose registries for IPv4 and IPv6): this machine,
 * private and shared networks, link-local, benchmarking, multicast, reserved.
 */
const notPublic = once(() =>
  listOf(
    [
      ['0.0.0.0', 8],
      ['10.0.0.0', 8],
      ['100.64.0.0', 10],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
      ['172.16.0.0', 12],
      ['192.0.0.0', 24],
      ['192.168.0.0', 16],
      ['198.18.0.0', 15],
      ['224.0.0.0', 4],
      ['240.0.0.0', 4],
    ],
    [
      ['::', 127],
      ['64:ff9b:1::', 48],
      ['100::', 64],
      ['fc00::', 7],
      ['fe80::', 10],
      ['fec0::', 10],
      ['ff00::', 8],
    ],
  ),
);

/** IPv4 addresses written inside IPv6 ones: mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96) and 6to4 (2002::/16). */
const embedding = once(() =>
  listOf(
    [],
    [
      ['::ffff:0:0', 96],
      ['64:ff9b::', 96],
    ],
  ),
);

/** What is made when it is first asked for: at the start Node's networking would cost the first page six milliseconds. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

type Networks = readonly (readonly [network: string, prefix: number])[];

function listOf(ipv4: Networks, ipv6: Networks): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of ipv4) list.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of ipv6) list.addSubnet(network, prefix, 'ipv6');
  return list;
}

/** Whether an address, IPv4 or IPv6 without brackets, lies on this machine or in a private network. */
export function isPrivateAddress(address: string): boolean {
  if (isIPv4(address)) return notPublic().check(address, 'ipv4');
  const plain = address.split('%')[0]!;
  if (!isIPv6(plain)) return false;
  if (notPublic().check(plain, 'ipv6')) return true;
  const groups = groupsOf(plain);
  const inner = embedding().check(plain, 'ipv6')
    ? groups.slice(6)
    : groups[0] === 0x2002
      ? groups.slice(1, 3)
      : undefined;
  if (!inner) return false;
  const [high, low] = inner as [number, number];
  return notPublic().check(`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`, 'ipv4');
}

/** The eight numbers of an IPv6 address, by way of the URL standard, which writes them all alike. */
function groupsOf(address: string): number[] {
  const [front, back] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const numbers = (part: string | undefined) =>
    part ? part.split(':').map((group) => Number.parseInt(group, 16)) : [];
  const [head, tail] = [numbers(front), numbers(back)];
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

/** Names that are never those of the public internet (RFC 6761, RFC 6762, RFC 8375; `internal` by ICANN), or have no dot. */
const privateName = /^[^.:]+$|\.(?:localhost|local|internal|home\.arpa)$/i;

/** Whether the host of an address, as a URL has it, is private by its name or number alone; nothing is looked up. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return isIP(host) ? isPrivateAddress(host) : privateName.test(host);
}
