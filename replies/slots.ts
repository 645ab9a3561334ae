/**
 * Open slots as they stand in the chat box: `⟦name⟧`, or `⟦one|two⟧` for a choice. The brackets
 * (U+27E6, U+27E7) are on no keyboard, so a slot is known by its text alone: it is found again
 * after any edit, and a draft that still holds one is not ready to be sent.
 */

export const SLOT_OPEN = '⟦';
export const SLOT_CLOSE = '⟧';

/** A place to fill in; `start` and `end` are UTF-16 code units of the text, brackets included. */
export interface Slot {
  start: number;
  end: number;
  name: string;
  /** False when it holds a preset text that may be sent as it is. */
  open: boolean;
  /** What to choose from, where it is a choice. */
  options?: string[];
}

/** An open slot as text. Brackets in the name are dropped. */
export function slotText(name: string): string {
  return SLOT_OPEN + withoutSlots(name) + SLOT_CLOSE;
}

/** Text that came from elsewhere (a customer's name), made unable to look like a slot. */
export function withoutSlots(text: string): string {
  return text.replace(/[⟦⟧]/g, '');
}

export function optionsOf(name: string): string[] | undefined {
  const options = name.split('|');
  return options.length > 1 ? options : undefined;
}

/** Every slot still open in a draft, in order. Such a draft must not be sent. */
export function openSlots(draft: string): Slot[] {
  return Array.from(draft.matchAll(/⟦([^⟦⟧]{1,500})⟧/g), (found) => {
    const name = found[1] ?? '';
    return { start: found.index, end: found.index + found[0].length, name, open: true, options: optionsOf(name) };
  });
}

/**
 * The slot that Tab leads to from a caret (UTF-16 code units), going round at the end;
 * undefined when none is open.
 */
export function nextSlot(draft: string, caret: number): Slot | undefined {
  const slots = openSlots(draft);
  return slots.find((slot) => slot.start >= caret) ?? slots[0];
}
