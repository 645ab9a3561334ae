import { isShown, labelOf, parentOf, queryAll } from '../tree';
import { saysMessage, saysOtherForm, saysSearch } from './words';

/** Everything in which a page lets one write a line or more. */
export const EDITABLE =
  'textarea, input:not([type]), input[type="text"], [contenteditable]:not([contenteditable="false"]), [role="textbox"]';

/** Narrower or flatter than this (CSS px) is no box one writes messages into. */
const LEAST_WIDTH = 90;
const LEAST_HEIGHT = 12;

export interface ComposerCandidate {
  element: HTMLElement;
  /** Its place in this document's layout: itself, or the frame that an editor keeps it in. */
  anchor: HTMLElement;
  /** Evidence for and against, summed; above 0 speaks for a chat's composer. */
  score: number;
}

/** Editable elements in `roots` that may be a chat's composer, the likeliest first. */
export function composersIn(roots: Iterable<ParentNode>): ComposerCandidate[] {
  const candidates: ComposerCandidate[] = [];
  for (const element of queryAll(roots, EDITABLE)) {
    const score = scoreOf(element);
    if (score > -3) candidates.push({ element, anchor: element, score });
  }
  for (const frame of queryAll(roots, 'iframe') as HTMLIFrameElement[]) {
    const body = editableBody(frame);
    if (body && isShown(frame, LEAST_WIDTH, LEAST_HEIGHT)) candidates.push({ element: body, anchor: frame, score: 0 });
  }
  return candidates.sort((a, b) => b.score - a.score);
}

/** The body of a frame of this origin that an editor writes in as a whole; null for any other frame. */
export function editableBody(frame: HTMLIFrameElement): HTMLElement | null {
  try {
    const body = frame.contentDocument?.body;
    return body && (body.isContentEditable || frame.contentDocument?.designMode === 'on') ? body : null;
  } catch {
    return null;
  }
}

/** Whether any editable element stands in `roots` at all: the cheap first question. */
export function hasEditable(roots: Iterable<ParentNode>): boolean {
  for (const root of roots) if (root.querySelector(`${EDITABLE}, iframe`)) return true;
  return false;
}

function scoreOf(element: HTMLElement): number {
  if (element.closest('chatside-panel')) return -9;
  if (!isWritable(element)) return -9;
  const label = promptOf(element);
  if (saysSearch(label) && !saysMessage(label)) return -9;
  if (/search|combobox/.test(element.getAttribute('role') ?? '')) {
    // A composer with an offer of mentions calls itself a combobox; a search box says what it looks for.
    if (!saysMessage(label)) return -9;
  }
  if (!isShown(element, LEAST_WIDTH, LEAST_HEIGHT)) return -9;
  let score = 0;
  if (element instanceof HTMLInputElement) score -= 1;
  if (saysMessage(label)) score += 2;
  if (saysOtherForm(label)) score -= saysMessage(label) ? 1 : 3;
  if (element.closest('form')?.querySelector('input[type="password"], input[type="email"]')) score -= 4;
  if (isOneOfFields(element)) score -= 3;
  if (element.ownerDocument.activeElement === element || element.matches(':focus')) score += 1;
  return score;
}

/** A box under other fields of one form (recipient, subject), or right after one (a keyword and its answer). */
function isOneOfFields(element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  let area = parentOf(element);
  for (let up = 0; area && up < 3; up++, area = parentOf(area)) {
    if (area.localName === 'body') return false;
    for (const field of area.querySelectorAll<HTMLElement>('input:not([type]), input[type="text"], input[type="email"], select')) {
      if (field === element || !isShown(field, 60, 10) || saysSearch(promptOf(field))) continue;
      const other = field.getBoundingClientRect();
      const sameColumn = Math.abs(other.left - box.left) < 40 && other.bottom <= box.top + 4 && other.bottom > box.top - 160;
      const sameRow = Math.abs(other.top - box.top) < 12 && other.right <= box.left + 4 && box.left - other.right < 80;
      if (sameColumn || (sameRow && field.localName === 'input')) return true;
    }
  }
  return false;
}

/** False for what only looks editable: an inner line of an editor, a read-only field, a mirror that is kept off screen. */
function isWritable(element: HTMLElement): boolean {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    if (element.readOnly || element.getAttribute('aria-hidden') === 'true' || element.tabIndex < -1) return false;
    return !/^(email|username|password|tel|postal|street|cc-|name)/.test(element.autocomplete);
  }
  if (!element.isContentEditable) return false;
  const around = parentOf(element);
  return !(around instanceof HTMLElement && around.isContentEditable);
}

/** The words a page puts on, in or right before an editable element. */
function promptOf(element: HTMLElement): string {
  let prompt = labelOf(element);
  const name = element.getAttribute('name');
  if (name && name.length < 24) prompt += ` ${name.toLowerCase()}`;
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) {
    for (const label of element.labels ?? []) prompt += ` ${label.textContent?.slice(0, 60).toLowerCase() ?? ''}`;
    if (element.type === 'search') prompt += ' search';
  } else {
    // Editors draw their placeholder as an element beside or inside the box, or as a pseudo element.
    const drawn = element.querySelector<HTMLElement>('[data-placeholder], [class*="placeholder"]')
      ?? element.parentElement?.querySelector<HTMLElement>('[class*="placeholder"]');
    if (drawn) prompt += ` ${labelOf(drawn)} ${drawn.textContent?.slice(0, 60).toLowerCase() ?? ''}`;
  }
  return prompt;
}
