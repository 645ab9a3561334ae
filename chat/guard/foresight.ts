import { readDraft } from '../draft';

/**
 * Remembers the draft as it was last seen, so that a send gesture that finds the composer already
 * empty shows that a listener of the page came before ours.
 */
export class Foresight {
  private composer: Element | null = null;
  /** The draft's text as last seen; null when nothing can be said. */
  text: string | null = null;

  /** Takes note after the agent did something in the composer. */
  note(composer: Element | null, event: Event): void {
    if (composer && event.composedPath().includes(composer)) this.set(composer, readDraft(composer).text);
  }

  set(composer: Element, text: string): void {
    this.composer = composer;
    this.text = text;
  }

  forget(): void {
    this.composer = null;
    this.text = null;
  }

  /** The text that was sent before this gesture came to us; null when none was. */
  overtaken(composer: Element, now: string): string | null {
    const wasThere = composer === this.composer && this.text !== null && this.text.trim() !== '';
    return wasThere && now.trim() === '' ? this.text : null;
  }
}
