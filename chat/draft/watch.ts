import { readDraft } from '../draft';
import type { Draft } from '../types';

const NOTHING: Draft = { text: '', selectionStart: 0, selectionEnd: 0 };

/** Tells of the composer's draft whenever its text or selection changed. */
export class DraftWatch {
  private last = '';

  constructor(
    private readonly composer: () => HTMLElement | null,
    private readonly onDraft: (draft: Draft) => void,
  ) {}

  /** Listens in one document until `signal` ends. Input is told of at once; the rest when it made a change. */
  listen(document: Document, signal: AbortSignal): void {
    const heard = { signal, capture: true, passive: true } as const;
    const onInput = (event: Event): void => {
      const composer = this.composer();
      if (composer && event.composedPath().includes(composer)) this.tell();
    };
    document.addEventListener('input', onInput, heard);
    // The last input of a composition comes while it still composes.
    document.addEventListener('compositionend', onInput, heard);
    for (const type of ['selectionchange', 'keyup', 'pointerup']) document.addEventListener(type, () => this.tellIfChanged(), heard);
  }

  /** Pages empty and fill the composer without an event: called whenever that may have happened. */
  tellIfChanged(): void {
    if (signature(this.read()) !== this.last) this.tell();
  }

  tell(): void {
    const draft = this.read();
    this.last = signature(draft);
    this.onDraft(draft);
  }

  private read(): Draft {
    const composer = this.composer();
    return composer ? readDraft(composer) : NOTHING;
  }
}

const signature = ({ text, selectionStart, selectionEnd }: Draft): string => `${selectionStart} ${selectionEnd} ${text}`;
