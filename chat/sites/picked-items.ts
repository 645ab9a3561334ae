import { hasText } from '../read/bubbles';
import { lastingNames } from './selector';

/** Names tried on either side, the outermost elements' first. */
const MOST_NAMES = 40;
/** Messages by which names are tried, from the end of the list. */
const MOST_ITEMS = 60;
/** Tags that stand for one entry of a list by themselves. */
const ENTRY = /^(li|tr|article|dd|section|[a-z]+-[a-z-]+)$/;

/** A selector for the messages of a list, and what it finds. */
export interface PickedItems {
  css: string;
  elements: HTMLElement[];
}

/**
 * The selector that finds most messages of `list` and each of `picked` as one of its own; null
 * when the page names nothing that they share. Of two that find as many, the outer one counts: it
 * holds name and picture too.
 */
export function itemsFrom(list: HTMLElement, picked: readonly HTMLElement[], listCss: string): PickedItems | null {
  let best: PickedItems | null = null;
  for (const css of candidates(list, picked, listCss)) {
    const elements = entriesOf(list, css);
    const holders = picked.map((one) => elements.find((element) => element.contains(one)));
    if (holders.some((holder) => !holder) || new Set(holders).size < picked.length) continue;
    if (!best || elements.length > best.elements.length) best = { css, elements };
  }
  return best;
}

/** Elements with text that match; those inside another that matches are part of it. */
function entriesOf(list: HTMLElement, css: string): HTMLElement[] {
  const found = [...list.querySelectorAll<HTMLElement>(css)];
  return found.filter((element) => hasText(element) && !found.some((other) => other !== element && other.contains(element)));
}

/** Selectors that may name a message, outermost element first. */
function* candidates(list: HTMLElement, picked: readonly HTMLElement[], listCss: string): Generator<string> {
  const ways = picked.map((one) => wayUp(one, list));
  const [first = [], second] = ways;
  for (const [depth, node] of first.entries()) {
    const names = lastingNames(node).filter((name) => !name.startsWith('#'));
    const other = second?.[depth];
    const shared = other ? names.filter((name) => second.some((element) => element.matches(name))) : names;
    yield* shared;
    yield* shared.map((name) => `${node.localName}${name}`);
    if (ENTRY.test(node.localName)) yield node.localName;
    // Both sides at the same depth, each by a name of its own.
    if (other && other !== node) {
      const theirs = lastingNames(other).filter((name) => !name.startsWith('#'));
      if (names[0] && theirs[0] && shared.length === 0) yield `${names[0]}, ${theirs[0]}`;
    }
    yield [listCss, ...first.slice(0, depth + 1).map((step) => step.localName)].join(' > ');
  }
}

/** The elements from right under `list` down to `element`. */
function wayUp(element: HTMLElement, list: HTMLElement): HTMLElement[] {
  const way: HTMLElement[] = [];
  for (let node: HTMLElement | null = element; node && node !== list; node = node.parentElement) way.unshift(node);
  return way;
}

/**
 * Names that tell the customer's messages from the agent's: each on or in one side's picked
 * message, not on the other's, and together on as many messages as can be, never both on one.
 */
export function tellingNames(items: readonly HTMLElement[], customer: HTMLElement, agent: HTMLElement): { customer: string; agent: string } | null {
  const tried = [...new Set([...items.slice(-MOST_ITEMS), customer, agent])];
  const customers = namesOf(customer, agent).map((name) => marksOf(name, tried));
  const agents = namesOf(agent, customer).map((name) => marksOf(name, tried));
  let best: { customer: string; agent: string; value: number } | null = null;
  for (const theirs of customers) {
    for (const ours of agents) {
      let value = 0;
      for (let at = 0; at < tried.length; at++) value += theirs.on[at] === ours.on[at] ? (theirs.on[at] ? -3 : 0) : 1;
      if (!best || value > best.value) best = { customer: theirs.name, agent: ours.name, value };
    }
  }
  return best && { customer: best.customer, agent: best.agent };
}

function marksOf(name: string, items: readonly HTMLElement[]): { name: string; on: boolean[] } {
  return { name, on: items.map((item) => has(item, name)) };
}

const has = (element: Element, name: string): boolean => element.matches(name) || element.querySelector(name) !== null;

/** Names on or in `element` that are neither on nor in `other`. */
function namesOf(element: HTMLElement, other: HTMLElement): string[] {
  const names = [element, ...element.querySelectorAll<HTMLElement>('*')].flatMap((place) => [...lastingNames(place), ...sayings(place)]);
  return [...new Set(names)].filter((name) => !name.startsWith('#') && !has(other, name)).slice(0, MOST_NAMES);
}

/** Attributes whose value may say whose message it is: a word, no number and no sentence. */
function sayings(element: Element): string[] {
  return [...element.attributes].flatMap(({ name, value }) =>
    /^(data-|align$|dir$)/.test(name) && /^[a-z_-]{1,20}$/i.test(value) ? [`[${CSS.escape(name)}="${value}"]`] : [],
  );
}
