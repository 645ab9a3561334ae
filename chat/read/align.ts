/**
 * Lines a page shows now against those known before: which are which, which are new. Pure.
 * A page shows a window of a longer conversation, may draw it anew, load more in front, drop
 * lines behind, change one in place, or add at the end.
 */

/** One line as far as recognising it goes. */
export interface Line {
  /** The page's own id of the message, where it gives one. */
  pageId: string | null;
  /** Text and speaker: two lines with the same content may be two messages. */
  content: string;
  /** The element it was read from; the same one with the same content is the same message. */
  node: object | null;
}

/** For each line of the window its index in `known`, or -1 when it was not known. */
export type Alignment = number[];

/** Known lines beyond the window that are tried first; new lines come at the end. */
const TAIL = 300;

/** Finds each line of `shown` among `known`; both in the order of the conversation. */
export function align(known: readonly Line[], shown: readonly Line[]): Alignment {
  const from = Math.max(0, known.length - shown.length - TAIL);
  const places = alignAll(known.slice(from), shown);
  if (from === 0 || places[0]! >= 0) return places.map((place) => (place < 0 ? -1 : place + from));
  return alignAll(known, shown);
}

function alignAll(known: readonly Line[], shown: readonly Line[]): Alignment {
  const places: Alignment = Array.from(shown, () => -1);
  matchIds(known, shown, places);
  let kFrom = 0;
  let sFrom = 0;
  // Lines with an id are fixed points; what lies between them is told by its content.
  for (let at = 0; at <= shown.length; at++) {
    const place = at === shown.length ? known.length : places[at]!;
    if (place < 0) continue;
    if (place >= kFrom) matchContent(known, shown, places, kFrom, place, sFrom, at);
    kFrom = place + 1;
    sFrom = at + 1;
  }
  takeEdits(known, shown, places);
  return places;
}

function matchIds(known: readonly Line[], shown: readonly Line[], places: Alignment): void {
  const byId = new Map<string, number>();
  known.forEach((line, at) => line.pageId !== null && byId.set(line.pageId, at));
  if (byId.size === 0) return;
  let last = -1;
  shown.forEach((line, at) => {
    const place = line.pageId === null ? undefined : byId.get(line.pageId);
    if (place === undefined || place <= last) return;
    places[at] = place;
    last = place;
  });
}

/** Two lines may be one message: not when each has an id and the ids differ, unless the element is the same. */
function mayBeOne(known: Line, shown: Line): boolean {
  if (known.content !== shown.content) return false;
  if (known.pageId === null || shown.pageId === null || known.pageId === shown.pageId) return true;
  // Pages send under an id of their own making and put the server's in its place later.
  return shown.node !== null && known.node === shown.node;
}

/** Matches the range by the shift that most lines agree on, then what is left before, between and behind by theirs. */
function matchContent(
  known: readonly Line[], shown: readonly Line[], places: Alignment,
  kFrom: number, kTo: number, sFrom: number, sTo: number,
): void {
  if (kFrom >= kTo || sFrom >= sTo) return;
  const shift = bestShift(known, shown, kFrom, kTo, sFrom, sTo);
  if (shift === null) return;
  let k = kFrom;
  let s = sFrom;
  for (let at = sFrom; at < sTo; at++) {
    const place = at + shift;
    if (place < kFrom || place >= kTo || !mayBeOne(known[place]!, shown[at]!)) continue;
    places[at] = place;
    matchContent(known, shown, places, k, place, s, at);
    k = place + 1;
    s = at + 1;
  }
  if (s > sFrom) matchContent(known, shown, places, k, kTo, s, sTo);
}

/** The shift `known index − shown index` under which most lines agree; of equals the latest. Null when none agrees. */
function bestShift(
  known: readonly Line[], shown: readonly Line[],
  kFrom: number, kTo: number, sFrom: number, sTo: number,
): number | null {
  const byContent = new Map<string, number[]>();
  for (let place = kFrom; place < kTo; place++) {
    const { content } = known[place]!;
    const places = byContent.get(content);
    if (places) places.push(place);
    else byContent.set(content, [place]);
  }
  const votes = new Map<number, number>();
  for (let at = sFrom; at < sTo; at++) {
    for (const place of byContent.get(shown[at]!.content)?.slice(-60) ?? []) {
      if (!mayBeOne(known[place]!, shown[at]!)) continue;
      const same = shown[at]!.node !== null && known[place]!.node === shown[at]!.node;
      votes.set(place - at, (votes.get(place - at) ?? 0) + (same ? 3 : 1));
    }
  }
  let best: number | null = null;
  for (const [shift, count] of votes) {
    const most = best === null ? 0 : votes.get(best)!;
    if (count > most || (count === most && shift > best!)) best = shift;
  }
  return best;
}

/**
 * A line that stands where a known one stood, and is the same element or grew out of it, is
 * that one edited or still being written.
 */
function takeEdits(known: readonly Line[], shown: readonly Line[], places: Alignment): void {
  const taken = new Set(places);
  let after = known.length;
  for (let at = shown.length - 1; at >= 0; at--) {
    if (places[at]! >= 0) {
      after = places[at]!;
      continue;
    }
    let up = at - 1;
    while (up >= 0 && places[up]! < 0) up--;
    if (up < 0 && at > 0) continue;
    const before = up < 0 ? -1 : places[up]!;
    const place = before + at - up;
    const old = known[place];
    const line = shown[at]!;
    if (!old || place >= after || taken.has(place)) continue;
    const sameId = old.pageId === null || line.pageId === null || old.pageId === line.pageId;
    const sameNode = line.node !== null && old.node === line.node;
    const grew = old.content !== '' && line.content.startsWith(old.content);
    if (sameId && (grew || (sameNode && (before >= 0 || shown.length === 1)))) {
      places[at] = place;
      taken.add(place);
      after = place;
    }
  }
}
