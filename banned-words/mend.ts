import type { Hit } from './hit.ts';

/** One replacement in a text, in UTF-16 code units. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

/** What puts a hit right; undefined where its entry suggests nothing. */
export const replacementFor = ({ start, end, suggestion }: Hit): Replacement | undefined =>
  suggestion === undefined ? undefined : { start, end, text: suggestion };

/** The text with every hit replaced that has a suggestion; the others stay. */
export function mend(text: string, hits: readonly Hit[]): string {
  let mended = '';
  let from = 0;
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    const replacement = replacementFor(hit);
    if (!replacement || replacement.start < from) continue;
    mended += text.slice(from, replacement.start) + replacement.text;
    from = replacement.end;
  }
  return mended + text.slice(from);
}
