import { readItem, type Item } from './item';
import { rowsParent, unitsOf, type Unit } from './units';
import { itemsByProfile, refine } from './by-profile';
import type { SiteProfile } from '../sites/profile';

/** Most rows read of a list, from its end: older ones were read when they stood there. */
const MOST_ROWS = 400;

/**
 * Reads the messages that a list holds now, oldest first. What was read of an element is kept
 * until the element changes; reading stops after `budget` ms and goes on at the next call.
 */
export class MessageWindow {
  private kept = new WeakMap<Element, Item | null>();
  private latest: Element[] = [];

  constructor(
    private readonly list: HTMLElement,
    private readonly profile: SiteProfile | null,
  ) {}

  /** Forgets what was read of the rows in which something changed. */
  forget(changed: Node): void {
    for (let node: Node | null = changed; node && node !== this.list; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
      if (node instanceof Element) this.kept.delete(node);
    }
  }

  /** Forgets everything: the layout is another. */
  forgetAll(): void {
    this.kept = new WeakMap();
  }

  /** Forgets the last `count` messages read: they may still have been moving into place. */
  forgetLast(count: number): void {
    for (const element of this.latest.slice(-count)) this.kept.delete(element);
  }

  /** The messages, and whether all of them were read within `budget` ms. */
  read(budget: number): { items: Item[]; complete: boolean } {
    const until = performance.now() + budget;
    const items: Item[] = [];
    let complete = true;
    for (const unit of this.units()) {
      let item = this.kept.get(unit.element);
      if (item === undefined) {
        if (performance.now() > until) {
          complete = false;
          break;
        }
        const read = readItem(unit, this.list);
        item = read && this.profile ? refine(read, this.profile) : read;
        this.kept.set(unit.element, item);
      }
      if (item) items.push(item);
    }
    const ordered = inOrder(items);
    this.latest = ordered.map((item) => item.element);
    return { items: ordered, complete };
  }

  private units(): Unit[] {
    if (this.profile) {
      const elements = itemsByProfile(this.list, this.profile);
      if (elements.length > 0) return elements.slice(-MOST_ROWS).map((element) => ({ element, group: null }));
    }
    return unitsOf(rowsParent(this.list), MOST_ROWS);
  }
}

/** By their place on the page: lists are laid out from the end, and virtual ones in any order. */
function inOrder(items: Item[]): Item[] {
  const tops = new Map(items.map((item) => [item, item.element.getBoundingClientRect().top]));
  return items.sort((a, b) => tops.get(a)! - tops.get(b)!);
}

