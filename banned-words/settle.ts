import type { Level } from '../packs/format.ts';

const weight: Record<Level, number> = { block: 2, warn: 1, advise: 0 };

/** A claim on characters of the text. */
export interface Claim {
  start: number;
  end: number;
  level: Level;
  /** Place in the packs; settles what is otherwise equal. */
  order: number;
}

/**
 * Leaves one claim wherever several overlap: the highest level, then the longest, then the leftmost,
 * then the earliest entry. `stronger` is told of each claim that gave way. The result is in order of
 * the text, and the same for any order of the claims.
 */
export function settle<C extends Claim>(claims: readonly C[], stronger?: (weaker: C, winner: C) => void): C[] {
  if (claims.length < 2) return [...claims];
  const ranked = [...claims].sort(
    (a, b) => weight[b.level] - weight[a.level] || b.end - b.start - (a.end - a.start) || a.start - b.start || a.order - b.order,
  );
  const owner = new Int32Array(ranked.reduce((last, { end }) => Math.max(last, end), 0));
  const kept: C[] = [];
  for (const claim of ranked) {
    let winner = 0;
    for (let at = claim.start; at < claim.end && !winner; at++) winner = owner[at] as number;
    if (winner) stronger?.(claim, kept[winner - 1] as C);
    else owner.fill(kept.push(claim), claim.start, claim.end);
  }
  return kept.sort((a, b) => a.start - b.start);
}
