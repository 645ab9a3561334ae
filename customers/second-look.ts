/** A fifth of the settled complaints is looked at again each quarter (house rule). */

const SHARE = 5;

/**
 * Draws a fifth of the complaints that were settled in one quarter, rounded up. By a hash of id and
 * quarter, so that every computer draws the same ones and nobody can choose.
 * @param settled ids of all that were settled in the quarter
 */
export function drawSecondLook(settled: string[], quarter: string): string[] {
  return settled
    .map((id) => ({ id, lot: hash(`${quarter} ${id}`) }))
    .sort((a, b) => a.lot - b.lot || (a.id < b.id ? -1 : 1))
    .slice(0, Math.ceil(settled.length / SHARE))
    .map(({ id }) => id);
}

/** FNV-1a over UTF-16 code units, then the finish of MurmurHash3: both are in the public domain. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
