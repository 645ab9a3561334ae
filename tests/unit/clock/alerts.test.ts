import { expect, it } from 'vitest';
import { ALERT_GAP_MS, BURST_MS, noAlerts, tell } from '../../../clock/alerts';
import type { Alerts } from '../../../clock/alerts';

const NOW = 1_800_000_000_000;
const late = (...names: string[]) => names.map((name) => ({ customerKey: name, customerName: name, since: NOW - 20_000 }));

/** Tells step by step; gives back what was made, as the agent would notice it. */
function play(steps: [ms: number, names: string[], site?: string][]) {
  let alerts: Alerts = noAlerts;
  return steps.map(([ms, names, site = 'shop']) => {
    const telling = tell(alerts, site, late(...names), NOW + ms);
    // Kept as JSON between two tellings.
    alerts = JSON.parse(JSON.stringify(telling.alerts)) as Alerts;
    return [telling.how, alerts.names.length, telling.told.length];
  });
}

it('fifty who become late over half a minute make one tone and one notification that grows', () => {
  const names = Array.from({ length: 50 }, (_, n) => `c${n}`);
  const seen = play(names.map((_, n) => [n * 590, names.slice(0, n + 1)]));
  expect(seen.map(([how]) => how)).toEqual(['anew', ...Array.from({ length: 49 }, () => 'more')]);
  expect(seen.at(-1)).toEqual(['more', 50, 50]);
});

it('whoever is late after the burst is told of at the end of the gap, with the others', () => {
  expect(play([[0, ['a']], [BURST_MS, ['a', 'b']], [BURST_MS + 5, ['a', 'b', 'c']], [ALERT_GAP_MS, ['a', 'b', 'c']]])).toEqual([
    ['anew', 1, 1],
    [null, 1, 1],
    [null, 1, 1],
    ['anew', 2, 3],
  ]);
  expect(tell(tell(noAlerts, 'shop', late('a'), NOW).alerts, 'shop', late('b'), NOW + 12_000).againMs).toBe(18_000);
});

it('a second tab does not tell again of the same wait, only of one that began later', () => {
  expect(play([[0, ['a']], [40_000, ['a']], [40_001, ['a'], 'another shop']])).toEqual([['anew', 1, 1], [null, 1, 1], ['anew', 1, 1]]);
  const { alerts } = tell(noAlerts, 'shop', late('a'), NOW);
  expect(tell(alerts, 'shop', [{ ...late('a')[0]!, since: NOW + 1 }], NOW + 60_000).how).toBe('anew');
});

it('a clock set back does not silence the alerts', () => {
  const { alerts } = tell(noAlerts, 'shop', late('a'), NOW);
  expect(tell(alerts, 'shop', [{ ...late('b')[0]!, since: NOW - 7_200_000 }], NOW - 3_600_000).how).toBe('anew');
});
