/** What a key stroke does on this page, as far as it was seen. */
type Habit = 'sends' | 'newline';

/** Strokes that are no send until the page is seen to send with them. */
const newlineByCustom = new Set(['Shift+Enter', 'Alt+Enter', 'Ctrl+Shift+Enter']);

/** Strokes other than Enter with which consoles send (QQ's custom, taken over by Qianniu). */
const sendsByCustom = new Set(['Alt+KeyS']);

/**
 * The strokes that may send on this page, learned from what they did. A stroke that once sent
 * stays a possible send for good: a hold too many is a nuisance, one too few is a fine.
 */
export class Habits {
  private readonly seen = new Map<string, Habit>();

  /** Name of the stroke (`Ctrl+Enter`) when it may be a send or a new line; null for any other key. */
  strokeOf(event: KeyboardEvent): string | null {
    const key = event.key === 'Enter' ? 'Enter' : event.code;
    const stroke =
      (event.ctrlKey ? 'Ctrl+' : '') +
      (event.metaKey ? 'Meta+' : '') +
      (event.altKey ? 'Alt+' : '') +
      (event.shiftKey ? 'Shift+' : '') +
      key;
    return key === 'Enter' || sendsByCustom.has(stroke) ? stroke : null;
  }

  maySend(stroke: string): boolean {
    return (this.seen.get(stroke) ?? (newlineByCustom.has(stroke) ? 'newline' : 'sends')) === 'sends';
  }

  sent(stroke: string): void {
    this.seen.set(stroke, 'sends');
  }

  brokeLine(stroke: string): void {
    if (this.seen.get(stroke) !== 'sends') this.seen.set(stroke, 'newline');
  }
}
