import { EDITABLE } from '../find/composer';
import { segmentsOf } from '../read/segments';
import { labelOf, parentOf } from '../tree';

/** What is pointed at, in this order. */
export const pickSteps = ['composer', 'send', 'customer', 'agent'] as const;
export type PickStep = (typeof pickSteps)[number];

/** What would be picked now, as proof that the right thing is meant. */
export interface PickProof {
  step: PickStep;
  /** What was read there: the draft, the button's name, the message. Page text: show it as text only. */
  text: string;
  /** False when this can hardly be it: nothing to write in, nothing to press, no message. */
  fits: boolean;
}

const PRESSABLE = 'button, [role="button"], input[type="submit"], input[type="button"], a';
/** Most of what is read that is shown, in UTF-16 code units. */
const MOST_TEXT = 300;
/** A button is no higher, CSS px. */
const HIGHEST_BUTTON = 120;

/** From what is under the pointer to what is meant: the whole box, or the button around its icon. */
export function meantAt(step: PickStep, element: Element): Element {
  if (step === 'composer') return outermostEditable(element) ?? element;
  if (step === 'send') return buttonAt(element);
  return element;
}

function outermostEditable(element: Element): HTMLElement | null {
  let editable = element.closest<HTMLElement>(EDITABLE) ?? element.querySelector<HTMLElement>(EDITABLE);
  while (editable?.parentElement?.isContentEditable) editable = editable.parentElement;
  return editable;
}

/** What shows the hand belongs together where the page made no button of it. */
function buttonAt(element: Element): Element {
  const button = element.closest(PRESSABLE);
  if (button) return button;
  let hand = element.closest('svg') ?? element;
  for (let around = parentOf(hand); around && getComputedStyle(around).cursor === 'pointer'; around = parentOf(around)) hand = around;
  return hand;
}

/** What is read at `element`. */
export function proofOf(step: PickStep, element: Element): PickProof {
  if (step === 'composer') {
    const text = (element as HTMLTextAreaElement).value ?? element.textContent ?? '';
    return { step, text: text.slice(0, MOST_TEXT), fits: element.matches(EDITABLE) || element.localName === 'iframe' };
  }
  const read = segmentsOf(element).map((segment) => segment.text).join('\n');
  const text = step === 'send' ? read || element.textContent?.trim() || labelOf(element) : read;
  const fits = step === 'send' ? element.getBoundingClientRect().height < HIGHEST_BUTTON : text !== '';
  return { step, text: text.slice(0, MOST_TEXT), fits };
}
