import { describe, expect, test } from 'vitest';
import { Cookies } from '../../../src/article/net/cookies.ts';
import { isPrivateAddress } from '../../../src/article/net/network-address.ts';

describe('the edges of every network that is not public', () => {
  test.each<[string, string, string, string]>([
    ['9.255.255.255', '10.0.0.0', '10.255.255.255', '11.0.0.0'],
    ['100.63.255.255', '100.64.0.0', '100.127.255.255', '100.128.0.0'],
    ['126.255.255.255', '127.0.0.0', '127.255.255.255', '128.0.0.0'],
    ['169.253.255.255', '169.254.0.0', '169.254.255.255', '169.255.0.0'],
    ['172.15.255.255', '172.16.0.0', '172.31.255.255', '172.32.0.0'],
    ['191.255.255.255', '192.0.0.0', '192.0.0.255', '192.0.1.0'],
    ['192.167.255.255', '192.168.0.0', '192.168.255.255', '192.169.0.0'],
    ['198.17.255.255', '198.18.0.0', '198.19.255.255', '198.20.0.0'],
    ['fbff::1', 'fc00::', 'fdff:ffff::', 'fe00::'],
    ['fe7f::1', 'fe80::', 'febf:ffff::', '2000::1'],
    ['64:ff9b:0:1::', '64:ff9b:1::', '64:ff9b:1:ffff::', '64:ff9b:2::'],
  ])('%s | %s … %s | %s', (before, first, last, after) => {
    expect([before, first, last, after].map(isPrivateAddress)).toEqual([false, true, true, false]);
  });
  test.each(['224.0.0.1', '255.255.255.255', '0.0.0.0', '::', '::1', 'ff02::1', '100::1'])('%s', (address) =>
    expect(isPrivateAddress(address)).toBe(true),
  );
});

describe('cookies of one way', () => {
  const at = new URL('https://a.example/x/y');

  test('at most fifty of a host, of at most 4,096 code units', () => {
    const cookies = new Cookies();
    for (let number = 0; number < 60; number++) cookies.keep(`n${number}=v; Path=/`, at);
    expect(cookies.header(at)!.split('; ')).toHaveLength(50);
    const other = new Cookies();
    other.keep(`long=${'x'.repeat(4092)}`, at);
    other.keep(`fits=${'x'.repeat(4091)}`, at);
    expect(other.header(at)).toMatch(/^fits=x{4091}$/);
  });
});
