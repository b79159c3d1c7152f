import { expect, test } from 'vitest';
import { analyze } from '../../../src/analysis/analyze.ts';
import { articleOf } from '../sample.ts';
import { probes, type Verdict, verdict } from './probes.ts';

const judged = probes().map((probe) => ({ probe, verdict: verdict(probe, analyze(articleOf(probe.text))) }));
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
