import type { Mark } from '../types';

/** How each level is underlined: by kind of line first, so that nobody needs to tell the colours apart. */
export const lines: Record<Mark['level'], { style: 'wavy' | 'dashed' | 'dotted'; colour: string }> = {
  block: { style: 'wavy', colour: '#c8102e' },
  warn: { style: 'dashed', colour: '#a85a00' },
  advise: { style: 'dotted', colour: '#1a5fb4' },
};

export const LINE_WIDTH_PX = 2;

/** A stretch of the draft, in UTF-16 code units. */
export type Stretch = Pick<Mark, 'start' | 'end'>;

export function decorationOf(level: Mark['level']): string {
  const { style, colour } = lines[level];
  return `underline ${style} ${colour} ${LINE_WIDTH_PX}px`;
}

/** Draws marks over one composer; `place` follows it to where it is now. */
export interface Painter {
  paint(marks: Mark[]): void;
  place(): void;
  /** What a stretch of the draft covers on screen, in viewport CSS px; nothing where the draft is shorter. */
  rectsOf(stretch: Stretch): DOMRect[];
  clear(): void;
}
