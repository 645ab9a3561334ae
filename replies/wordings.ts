import type { Reply, Season, Wording } from '../packs/format.ts';

/** Where and for whom a reply is taken. */
export interface Occasion {
  /** Id of the site profile, as in `ChatSnapshot.site`. */
  site: string;
  shop?: string;
  customerKey: string;
  /** How often this customer has had this reply: the next time another wording comes. */
  timesSent?: number;
  now: Date;
}

/** Whether a day (local) lies in a season, both ends included. */
export function inSeason(season: Season, now: Date): boolean {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const today = season.from.length > 5 ? `${String(now.getFullYear()).padStart(4, '0')}-${day}` : day;
  if (season.from <= season.to) return season.from <= today && today <= season.to;
  // Over New Year; two dates with years in the wrong order hold no day.
  return season.from.length === 5 && (today >= season.from || today <= season.to);
}

/** Whether a reply is on offer on this day. */
export function onOffer(reply: Pick<Reply, 'seasons'>, now: Date): boolean {
  return reply.seasons === undefined || reply.seasons.some((season) => inSeason(season, now));
}

/** How narrowly a wording is bound: shop before site before season; -1 when it does not fit here. */
function fit(wording: Wording, occasion: Occasion): number {
  if (wording.shops && !(occasion.shop !== undefined && wording.shops.includes(occasion.shop))) return -1;
  if (wording.sites && !wording.sites.includes(occasion.site)) return -1;
  if (wording.season && !inSeason(wording.season, occasion.now)) return -1;
  return (wording.shops ? 4 : 0) + (wording.sites ? 2 : 0) + (wording.season ? 1 : 0);
}

/** FNV-1a over UTF-16 code units: spreads customers evenly over the wordings, the same on every machine. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/**
 * The messages of a reply in the wording for this occasion. Of the wordings that fit, the most
 * narrowly bound count; among equals each customer has one to begin with and gets the others in
 * turn. The reply's own wording counts as bound to nothing.
 */
export function pickBubbles(reply: Pick<Reply, 'id' | 'bubbles' | 'wordings'>, occasion: Occasion): readonly string[] {
  const own: Wording = { bubbles: reply.bubbles };
  const candidates = [own, ...(reply.wordings ?? [])].map((wording) => ({ wording, fit: fit(wording, occasion) }));
  const narrowest = Math.max(...candidates.map((candidate) => candidate.fit));
  const equals = candidates.filter((candidate) => candidate.fit === narrowest);
  const turn = (spread(`${reply.id}\n${occasion.customerKey}`) + (occasion.timesSent ?? 0)) % equals.length;
  return (equals[turn]?.wording ?? own).bubbles;
}
