import type { Span } from './confirm.ts';

interface Cover extends Span {
  text: string;
}

/** The places where an entry's exceptions stand in the text. */
export class Covers {
  private byEntry: Map<number, Cover[]> | undefined;
  /** For each entry with its covers by end: index of the cover with the least start from here on. */
  private leftmost: Map<number, Int32Array> | undefined;

  add(entry: number, { start, end }: Span, text: string): void {
    this.byEntry ??= new Map();
    const covers = this.byEntry.get(entry);
    const cover = { start, end, text };
    if (covers) covers.push(cover);
    else this.byEntry.set(entry, [cover]);
  }

  /** The exception that covers the span wholly, if one does. Call only when all covers are in. */
  covering(entry: number, { start, end }: Span): string | undefined {
    const covers = this.byEntry?.get(entry);
    if (!covers) return undefined;
    this.leftmost ??= new Map();
    let leftmost = this.leftmost.get(entry);
    if (!leftmost) {
      covers.sort((a, b) => a.end - b.end || a.start - b.start);
      leftmost = new Int32Array(covers.length);
      for (let at = covers.length - 1, best = at; at >= 0; at--) {
        if ((covers[at] as Cover).start <= (covers[best] as Cover).start) best = at;
        leftmost[at] = best;
      }
      this.leftmost.set(entry, leftmost);
    }
    let [low, high] = [0, covers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((covers[middle] as Cover).end < end) low = middle + 1;
      else high = middle;
    }
    const cover = covers[leftmost[low] ?? -1];
    return cover && cover.start <= start ? cover.text : undefined;
  }
}
