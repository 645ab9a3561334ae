import { contains, isShown, labelOf, nodesOf, parentOf } from '../tree';
import { isSign, saysAnswer, saysHowToSend, saysOtherButton, saysSend } from './words';

/** Elements that pages make into buttons; the rest must show the hand. */
const BUTTON = 'button, [role="button"], input[type="submit"], input[type="button"], a[role], [type="submit"]';
const MAYBE = 'div, span, a, svg, i, img';
const MOST_ELEMENTS = 400;

/** Icons are pressed too. */
export type Pressable = HTMLElement | SVGElement;

export interface SendButton {
  element: Pressable;
  /** True when its words say that it sends; otherwise only its place and look do. */
  named: boolean;
}

/**
 * The button that sends what stands in `composer`: looked for in ever wider surroundings, up to
 * the element that also holds the message list. Null when sending is by key alone.
 */
export function sendButtonOf(composer: Element, list: Element | null): SendButton | null {
  let best: { element: Pressable; score: number; named: boolean } | null = null;
  for (let area = parentOf(composer); area; area = parentOf(area)) {
    if (list && contains(area, list)) {
      // Some pages put composer, button and list side by side in one element.
      if (!best) best = bestIn(area, composer, list);
      break;
    }
    if (area.getBoundingClientRect().height > 420 && !composerFills(area, composer)) break;
    const found = bestIn(area, composer, list);
    if (found && (!best || found.score > best.score)) best = found;
    if (best && best.named && best.score >= 7) break;
  }
  return best && best.score >= 3 ? { element: best.element, named: best.named } : null;
}

const composerFills = (area: Element, composer: Element): boolean =>
  composer.getBoundingClientRect().height > area.getBoundingClientRect().height * 0.5;

function bestIn(area: Element, composer: Element, list: Element | null) {
  let best: { element: Pressable; score: number; named: boolean } | null = null;
  const elements = clickablesIn(area, list);
  for (const element of elements) {
    const scored = scoreOf(element, composer);
    // The one button beside a box sends what stands in it.
    if (scored && elements.length === 1 && element.matches(BUTTON)) scored.score += 1;
    if (scored && (!best || scored.score >= best.score)) best = { element, ...scored };
  }
  return best;
}

function clickablesIn(area: Element, list: Element | null): Pressable[] {
  const found: Pressable[] = [];
  let seen = 0;
  const walk = (element: Element): void => {
    if (element === list || seen++ > MOST_ELEMENTS) return;
    if (element.matches(BUTTON)) found.push(element as Pressable);
    else {
      if (element.matches(MAYBE) && isHand(element)) found.push(element as Pressable);
      for (const node of nodesOf(element)) if (node instanceof Element) walk(node);
    }
  };
  walk(area);
  return found;
}

/**
 * A button that grows or fades in as one types, and may be pressed before it has its full size.
 * Its own size in the layout counts, not what the animation shows of it.
 */
function isComingIn(element: Pressable): boolean {
  if (!(element instanceof HTMLElement) || element.offsetWidth < 10 || element.offsetHeight < 10) return false;
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  for (let node: Element | null = element, up = 0; node && up < 3; node = parentOf(node), up++) {
    if (node.getAnimations().some((animation) => animation.playState === 'running')) return true;
  }
  return false;
}

/** An element that shows the hand itself, and does not merely inherit it. */
function isHand(element: Element): boolean {
  if (!(element instanceof HTMLElement || element instanceof SVGSVGElement) || getComputedStyle(element).cursor !== 'pointer') return false;
  const around = parentOf(element);
  return !around || getComputedStyle(around).cursor !== 'pointer';
}

function scoreOf(element: Pressable, composer: Element): { score: number; named: boolean } | null {
  if (contains(element, composer) || contains(composer, element)) return null;
  if (!isShown(element, 10, 10) && !isComingIn(element)) return null;
  const box = element.getBoundingClientRect();
  const field = composer.getBoundingClientRect();
  if (box.width > 320 || box.height > 90) return null;
  const label = labelOf(element);
  const text = (element instanceof HTMLInputElement ? element.value : (element.textContent ?? '')).trim();
  if (text.length > 30) return null;
  const testId = `${element.getAttribute('data-testid') ?? ''} ${element.getAttribute('data-test-id') ?? ''}`;
  const ownName = `${label} ${text} ${iconNames(element)}`;
  const weakName = `${testId} ${element.id} ${element.getAttribute('class') ?? ''}`.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
  let score = 0;
  const named = saysSend(ownName) || saysAnswer(text);
  if (named) score += 6;
  else if (saysSend(weakName)) score += 4;
  if (!named && saysOtherButton(`${ownName} ${weakName}`)) score -= 5;
  if (named && saysHowToSend(ownName)) score -= 4;
  if (named && text.length > 12) score -= 1;
  if (isSubmit(element, composer)) score += 3;
  const middle = box.top + box.height / 2;
  const sameRow = middle > field.top - 8 && middle < field.bottom + 8;
  const behind = getComputedStyle(composer).direction === 'rtl' ? box.right <= field.left + field.width * 0.5 : box.left >= field.left + field.width * 0.5;
  if (sameRow && behind) score += 2;
  else if (middle >= field.bottom && middle < field.bottom + 90 && box.right > field.left + field.width * 0.5) score += 1;
  else if (middle < field.top - 60) score -= 2;
  if (element instanceof HTMLButtonElement && element.disabled && isEmpty(composer)) score += 1;
  if (isColoured(element)) score += 1;
  if (sameRow && isSign(text) && box.left >= field.right - 4 && !saysOtherButton(`${ownName} ${weakName}`)) score += 1.5;
  return { score, named };
}

/** Names that icons carry: `<title>`, `data-icon`, `#icon-send`, the alternative text of a picture. */
function iconNames(element: Element): string {
  let names = '';
  for (const icon of [element, ...element.querySelectorAll('svg, path, use, img, i, title, [data-icon], [aria-label]')]) {
    if (icon !== element) names += ` ${icon.id.replace(/[_-]+/g, ' ')}`;
    if (icon.localName === 'title') names += ` ${icon.textContent}`;
    names += ` ${labelOf(icon)} ${icon.getAttribute('data-icon') ?? ''} ${icon.getAttribute('href') ?? ''}`;
    if (icon !== element) names += ` ${(icon.getAttribute('class') ?? '').replace(/[_-]+/g, ' ')}`;
  }
  return names.slice(0, 400);
}

function isSubmit(element: Element, composer: Element): boolean {
  if (!(element instanceof HTMLButtonElement || element instanceof HTMLInputElement)) return false;
  return element.type === 'submit' && element.form !== null && contains(element.form, composer);
}

function isEmpty(composer: Element): boolean {
  const value = (composer as HTMLTextAreaElement).value ?? composer.textContent ?? '';
  return value.trim() === '';
}

/** A filled button in a real colour, as pages paint the main action. */
function isColoured(element: Element): boolean {
  const parts = getComputedStyle(element).backgroundColor.match(/[\d.]+/g)?.map(Number);
  if (!parts || parts.length < 3 || parts[3] === 0) return false;
  return Math.max(parts[0]!, parts[1]!, parts[2]!) - Math.min(parts[0]!, parts[1]!, parts[2]!) > 60;
}
