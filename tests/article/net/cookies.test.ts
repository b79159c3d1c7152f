import { expect, test } from 'vitest';
import { Cookies } from '../../../src/article/net/cookies.ts';

/** What is sent to one address after another has set cookies. */
function sent(to: string, from: string, ...lines: string[]): string | undefined {
  const cookies = new Cookies();
  for (const line of lines) cookies.keep(line, new URL(from));
  return cookies.header(new URL(to));
}

test.each<[string, string, string, string[], string | undefined]>([
  ['to the host that set it', 'https://a.example/x', 'https://a.example/y', ['a=1'], 'a=1'],
  ['not to another host', 'https://b.example/', 'https://a.example/', ['a=1; Domain=example'], undefined],
  [
    'not to a host below it',
    'https://x.a.example/',
    'https://a.example/',
    ['a=1; Domain=a.example'],
    undefined,
  ],
  ['to its path and below', 'https://a.example/in/x', 'https://a.example/', ['a=1; Path=/in'], 'a=1'],
  ['not beside its path', 'https://a.example/inside', 'https://a.example/', ['a=1; path=/in'], undefined],
  [
    'to the folder that set it, if it names no path',
    'https://a.example/out',
    'https://a.example/in/x',
    ['a=1'],
    undefined,
  ],
  ['a secure one not in the open', 'http://a.example/', 'https://a.example/', ['a=1; Secure'], undefined],
  [
    'a secure one only if it was set so',
    'https://a.example/',
    'http://a.example/',
    ['a=1; secure'],
    undefined,
  ],
  ['the last of a name', 'https://a.example/', 'https://a.example/', ['a=1', 'a=2'], 'a=2'],
  [
    'none that is taken back',
    'https://a.example/',
    'https://a.example/',
    ['a=1', 'a=; Max-Age=0'],
    undefined,
  ],
  [
    'none that is over',
    'https://a.example/',
    'https://a.example/',
    ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
    undefined,
  ],
  [
    'those of longer paths first',
    'https://a.example/in/x',
    'https://a.example/',
    ['a=1; Path=/', 'b=2; Path=/in'],
    'b=2; a=1',
  ],
  [
    'nothing that is none',
    'https://a.example/',
    'https://a.example/',
    ['nothing', '=1', `a=${'x'.repeat(5000)}`],
    undefined,
  ],
])('a cookie goes %s', (_, to, from, lines, header) => expect(sent(to, from, ...lines)).toBe(header));
