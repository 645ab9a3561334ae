import { parentOf } from '../tree';
import { measureAnew } from './bubbles';
import { readItem, type Item } from './item';
import { rowsParent, unitsOf, type Unit } from './units';
import { itemsByProfile, refine, rowAround } from './by-profile';
import type { SiteProfile } from '../sites/profile';

/** Most rows read of a list, from its end: older ones were read when they stood there. */
const MOST_ROWS = 400;
/** Messages read in one call even when its time is up. */
const LEAST_READ = 4;

/**
 * Reads the messages that a list holds now, oldest first. What was read of an element is kept
 * until the element changes; reading stops after `budget` ms and goes on at the next call.
 */
export class MessageWindow {
  private kept = new WeakMap<Element, Item | null>();
  private keptUnits = new WeakMap<Element, Unit[]>();
  private latest: Element[] = [];

  constructor(
    private readonly list: HTMLElement,
    private readonly profile: SiteProfile | null,
    /** The list hangs below the composer, its newest message on top. */
    private readonly newestFirst: boolean,
  ) {}

  /** Forgets what was read of the rows in which something changed. */
  forget(changed: Node): void {
    for (let node: Node | null = changed; node && node !== this.list; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
      if (!(node instanceof Element)) continue;
      this.kept.delete(node);
      this.keptUnits.delete(node);
    }
  }

  /** Forgets everything: the layout is another. */
  forgetAll(): void {
    this.kept = new WeakMap();
    this.keptUnits = new WeakMap();
  }

  /** Forgets the last `count` messages read: they may still have been moving into place. */
  forgetLast(count: number): void {
    for (const element of this.latest.slice(-count)) this.forget(element);
  }

  /** The messages, and whether all of them were read within `budget` ms. */
  read(budget: number): { items: Item[]; complete: boolean } {
    measureAnew();
    const units = this.units();
    const until = performance.now() + budget;
    const items: Item[] = [];
    let read = 0;
    for (const unit of units) {
      let item = this.kept.get(unit.element);
      if (item === undefined) {
        // However slow the machine, each call comes some way further.
        if (read++ >= LEAST_READ && performance.now() > until) return { items, complete: false };
        item = this.readOne(unit);
      }
      if (item) items.push(item);
    }
    const ordered = inOrder(items, this.newestFirst);
    this.latest = ordered.map((item) => item.element);
    return { items: ordered, complete: true };
  }

  /** Whether the list is scrolled to its newest message, give or take half of what is in sight. */
  isAtEnd(): boolean {
    const scroller = scrollerOf(rowsParent(this.list));
    if (!scroller) return true;
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const fromTop = this.newestFirst || getComputedStyle(scroller).flexDirection === 'column-reverse';
    return (fromTop ? Math.abs(scrollTop) : scrollHeight - clientHeight - scrollTop) <= clientHeight / 2;
  }

  private readOne(unit: Unit): Item | null {
    const read = readItem(unit, this.list);
    const item = read && this.profile ? refine(read, this.profile) : read;
    this.kept.set(unit.element, item);
    return item;
  }

  private unitOf(element: HTMLElement, all: ReadonlySet<Element>): Unit {
    const [known] = this.keptUnits.get(element) ?? [];
    const row = rowAround(element, this.list, all);
    const unit = known ?? { element, group: row && { element: row, parts: [] }, mates: [] };
    this.keptUnits.set(element, [unit]);
    return unit;
  }

  private units(): Unit[] {
    const found = unitsOf(rowsParent(this.list), MOST_ROWS, this.newestFirst, this.keptUnits);
    const named = this.profile ? itemsByProfile(this.list, this.profile).slice(-MOST_ROWS) : [];
    if (named.length === 0) return found;
    const all = new Set<Element>(named);
    const unnamed = found.filter(({ element }) => !named.some((one) => one.contains(element) || element.contains(one)));
    return [...named.map((element) => this.unitOf(element, all)), ...unnamed.map((unit) => ({ ...unit, unnamed: true }))];
  }
}

/** What scrolls around `element`, itself included; null when nothing does. */
function scrollerOf(element: Element): Element | null {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    if (node.scrollHeight > node.clientHeight + 1 && /auto|scroll|overlay/.test(getComputedStyle(node).overflowY)) return node;
  }
  return null;
}

/** By their place on the page: lists are laid out from the end, and virtual ones in any order. */
function inOrder(items: Item[], newestFirst: boolean): Item[] {
  const tops = new Map(items.map((item) => [item, item.element.getBoundingClientRect().top]));
  const way = newestFirst ? -1 : 1;
  return items.sort((a, b) => way * (tops.get(a)! - tops.get(b)!));
}

