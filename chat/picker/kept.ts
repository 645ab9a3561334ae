import { selectorsFor } from '../sites/selector';
import { queryAll, rootsOf } from '../tree';

/** An element that was picked, found again when the page has drawn it anew in the meantime. */
export class Kept {
  private readonly text: string;
  private readonly css: string[];

  constructor(private element: Element) {
    this.text = element.textContent ?? '';
    this.css = selectorsFor(element, rootsOf(element.ownerDocument));
  }

  /** The element as it stands now; null when nothing like it is there. */
  now(): Element | null {
    if (this.element.isConnected) return this.element;
    const { ownerDocument, localName } = this.element;
    const roots = rootsOf(ownerDocument);
    const named = this.css.flatMap((css) => queryAll(roots, css));
    const alike = queryAll(roots, localName).filter(({ textContent }) => textContent === this.text);
    const again = named.find(({ textContent }) => textContent === this.text) ?? alike.at(-1) ?? named[0];
    if (again) this.element = again;
    return again ?? null;
  }
}
