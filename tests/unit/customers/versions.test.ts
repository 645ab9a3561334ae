import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineageAfter, lineageOfAll, mergeVersions, versionOf } from '../../../customers/versions';
import type { Versioned } from '../../../customers/versions';

interface Note extends Versioned {
  text: string;
}

/** What three computers may do with one note: change a copy, or take another's. */
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('change' as const), who: fc.nat(2), text: fc.string({ maxLength: 2 }) }),
    fc.record({ kind: fc.constant('merge' as const), who: fc.nat(2), from: fc.nat(2) }),
  ),
  { maxLength: 14 },
);

type Steps = typeof steps extends fc.Arbitrary<infer S> ? S : never;

/** Plays the steps; each computer keeps the versions that it has, the one it shows in front. */
function play(plan: Steps): Note[][] {
  const first: Note = { id: 'n', text: '', createdAt: 0, updatedAt: 0, lineage: [] };
  const computers: Note[][] = [[first], [first], [first]];
  for (const [at, step] of plan.entries()) {
    const mine = computers[step.who]!;
    if (step.kind === 'merge') computers[step.who] = mergeVersions([...mine, ...computers[step.from]!]);
    else {
      const [front, ...others] = mine as [Note, ...Note[]];
      // Now and then two computers change at the same moment.
      const updatedAt = 1 + Math.floor(at / 2);
      if (updatedAt <= front.updatedAt) continue;
      computers[step.who] = [{ ...front, text: step.text, updatedAt, lineage: lineageAfter(front, `v${at}`) }, ...others];
    }
  }
  return computers;
}

it('gives the same in any order, and the same again', () => {
  fc.assert(
    fc.property(steps, (plan) => {
      const [a, b, c] = play(plan) as [Note[], Note[], Note[]];
      const all = mergeVersions([...a, ...b, ...c]);
      expect(mergeVersions([...c, ...mergeVersions([...b, ...a])])).toEqual(all);
      expect(mergeVersions([...mergeVersions([...a, ...c]), ...b])).toEqual(all);
      expect(mergeVersions([...all, ...all, ...a])).toEqual(all);
    }),
    { numRuns: 500 },
  );
});

it('keeps beside each other what was changed apart, and nothing that was only old', () => {
  const base: Note = { id: 'n', text: 'a', createdAt: 0, updatedAt: 1, lineage: [] };
  const later: Note = { ...base, text: 'b', updatedAt: 2, lineage: lineageAfter(base, 'x') };
  const apart: Note = { ...base, text: 'c', updatedAt: 3, lineage: lineageAfter(base, 'y') };
  expect(mergeVersions([base, later])).toEqual([later]);
  expect(mergeVersions([later, apart, base])).toEqual([apart, later]);
  // Whoever looked at both and wrote a third has settled it.
  const settled: Note = { ...base, text: 'd', updatedAt: 4, lineage: lineageOfAll([apart, later], 'z') };
  expect(mergeVersions([apart, settled, later])).toEqual([settled]);
});

it('drops nothing that no version came out of', () => {
  fc.assert(
    fc.property(steps, (plan) => {
      const all = play(plan).flat();
      const kept = mergeVersions(all);
      for (const version of all) {
        const replaced = all.some((other) => versionOf(other) !== versionOf(version) && other.lineage.includes(versionOf(version)));
        expect(kept.some((one) => versionOf(one) === versionOf(version))).toBe(!replaced);
      }
    }),
  );
});
