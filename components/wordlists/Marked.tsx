import type { Level } from '../../packs/format';

interface Props {
  text: string;
  /** Stretches to mark, in UTF-16 code units; in order, none overlapping another. */
  spans: { start: number; end: number; level?: Level }[];
}

/** A text with stretches marked where they stand. */
export function Marked({ text, spans }: Props) {
  const parts = spans.flatMap(({ start, end, level }, at) => [
    text.slice(spans[at - 1]?.end ?? 0, start),
    <mark key={start} className={level && `mark-${level}`}>
      {text.slice(start, end)}
    </mark>,
  ]);
  return (
    <span className="text">
      {parts}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </span>
  );
}
