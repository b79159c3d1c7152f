import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { articleOf } from '../sample.ts';
import { type Probe, probes, type Verdict, verdict } from './probes.ts';
import { sourceProbes } from './source-probes.ts';

const all = [...probes(), ...sourceProbes()];
const judge = (probe: Probe) => ({ probe, verdict: verdict(probe, analyze(articleOf(probe.text))) });
const judged = all.map(judge);
const of = (wanted: Verdict) =>
  judged.filter((one) => one.verdict === wanted).map(({ probe }) => `${probe.kind}: ${probe.text}`);

test('the grammar makes some hundreds of texts', () => {
  expect(judged.length).toBeGreaterThanOrEqual(500);
});

test('no quote is in a wrong mouth', () => {
  expect(of('wrong')).toEqual([]);
});

test('no quote is lost', () => {
  expect(of('lost')).toEqual([]);
});

test('where a person spoke nobody stands at most once in ten', () => {
  const people = judged.filter(({ probe }) => probe.person).length;
  expect(of('none').length + of('np').length).toBeLessThanOrEqual(people / 10);
});

test('nor is one where commas stand for full stops', () => {
  const unstopped = all.map((probe) =>
    judge({ ...probe, text: probe.text.replace(/\.(?= )/gu, '،').replace(/\.$/u, '') }),
  );
  const bad = unstopped.filter(({ verdict }) => verdict === 'wrong' || verdict === 'lost');
  expect(bad.map(({ probe, verdict }) => `${verdict} ${probe.kind}: ${probe.text}`)).toEqual([]);
});
