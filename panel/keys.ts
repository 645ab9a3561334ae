import { nextSlot } from '../replies/slots';
import type { Offering } from './offering';
import type { Desk } from './desk';
import type { Expanding } from './expanding';

/** What a key does beyond the parts that own it. */
export interface KeyActions {
  toSearch(): void;
  toNote(): void;
  explainNext(): void;
  fixAll(): void;
  /** The next message or picture of the reply that was begun. */
  nextStep(): void;
  excuseAtCaret(): void;
  toWaiting(): void;
}

/**
 * The chat box's keys that are ours, asked before the page sees them.
 * @returns true when the key is ours
 */
export function composerKey(
  event: KeyboardEvent,
  { desk, offering, expanding }: { desk: Desk; offering: Offering; expanding: Expanding },
  actions: KeyActions,
): boolean {
  if (pageKey(event, actions)) return true;
  const { inPlace, offers, activeOffer } = desk.store.getState();
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (onlyAlt(event) && event.code === 'Digit0' && desk.store.getState().pending) {
    actions.nextStep();
    return true;
  }
  if (onlyAlt(event) && /^Digit[1-9]$/.test(event.code)) {
    const index = Number(event.code.at(-1)) - 1;
    if (!offers[index]) return false;
    void offering.take(index);
    return true;
  }
  if (event.key === 'Tab' && plain && !inPlace) {
    const draft = desk.session.draft();
    const slot = nextSlot(draft.text, draft.selectionEnd);
    if (!slot) return expanding.expand(draft);
    desk.session.select(slot.start, slot.end);
    return true;
  }
  if (((event.key === 'Backspace' && plain) || isUndo(event)) && expanding.takeBack()) return true;
  // Without offers the keys stay the page's: Enter sends, the arrows go where the console sends them.
  if (!inPlace || offers.length === 0 || !plain) return false;
  switch (event.key) {
    case 'ArrowDown':
      offering.move(1);
      return true;
    case 'ArrowUp':
      offering.move(-1);
      return true;
    case 'Enter':
    case 'Tab':
      void offering.take(activeOffer);
      return true;
    case 'Escape':
      offering.closeInPlace();
      return true;
    default:
      return false;
  }
}

/**
 * Keys that work wherever the focus is on the page. By `code`, so that they lie in the same place
 * on every layout and with every input method.
 */
export function pageKey(event: KeyboardEvent, actions: KeyActions): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey) return false;
  const pressed = `${event.shiftKey ? 'Shift ' : ''}${event.code}`;
  const action = {
    'Shift KeyK': actions.toSearch,
    'Shift KeyN': actions.toNote,
    Period: actions.explainNext,
    KeyW: actions.toWaiting,
    'Shift Period': actions.fixAll,
    'Shift Comma': actions.excuseAtCaret,
  }[pressed];
  action?.();
  return action !== undefined;
}

/** Ctrl+Z, or on a Mac ⌘Z. */
function isUndo(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'z' && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
}

function onlyAlt(event: KeyboardEvent): boolean {
  return event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}
