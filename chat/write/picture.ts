import { isComposing } from '../draft';
import { guardWorld } from '../guard/world';
import type { PictureOutcome } from '../types';
import { focusComposer } from './focus';
import { filePasteEvent, windowOf } from './page-realm';

/** How long a page may take to show a picture that it was given, ms: when it said that the paste is its own, and when it said nothing. */
const PATIENCE_MS = { taken: 3000, silent: 1000 };

/**
 * Pastes a picture into the composer, once, as Ctrl+V would; never sends. Whether the page took it
 * is seen by what it shows then: the picture itself, or the name of its file. Dropping the file on
 * the chat and putting it into a file field are not tried: on many consoles either sends at once.
 * @param size of the picture, CSS px
 */
export async function insertPicture(composer: HTMLElement, file: File, size: { width: number; height: number }): Promise<PictureOutcome> {
  const window = windowOf(composer);
  if (!composer.isConnected || !window) return { ok: false, reason: 'no-composer' };
  if (isComposing(composer)) return { ok: false, reason: 'composing' };
  focusComposer(composer);
  for (const hear of guardWorld().beforeWrite) hear();
  const watch = new PictureWatch(composer, file.name, size);
  try {
    const taken = !composer.dispatchEvent(filePasteEvent(window, file));
    return (await watch.seen(taken ? PATIENCE_MS.taken : PATIENCE_MS.silent)) ? { ok: true } : { ok: false, reason: 'refused' };
  } catch {
    // A page that has put its own things in the place of the browser's.
    return { ok: false, reason: 'refused' };
  } finally {
    watch.end();
  }
}

/** Looks for a picture among what a page adds or changes. */
class PictureWatch {
  private readonly observer: MutationObserver;
  private readonly ending = new AbortController();
  private found = false;
  private onFound = (): void => undefined;

  constructor(
    private readonly composer: Element,
    private readonly fileName: string,
    private readonly size: { width: number; height: number },
  ) {
    this.observer = new MutationObserver((records) => {
      for (const { target, addedNodes, type } of records) {
        if (type !== 'childList') this.look(target);
        else for (const node of addedNodes) this.look(node);
      }
    });
    const watched = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['src', 'style'] };
    for (const root of rootsAround(composer)) this.observer.observe(root, watched);
  }

  /** Resolves with true as soon as the picture is seen, with false after `patience` ms. */
  seen(patience: number): Promise<boolean> {
    if (this.found) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), patience);
      this.onFound = () => {
        clearTimeout(timer);
        resolve(true);
      };
    });
  }

  end(): void {
    this.observer.disconnect();
    this.ending.abort();
  }

  private look(node: Node): void {
    if (this.found) return;
    if (node.nodeType === Node.TEXT_NODE) {
      if ((node as Text).data.includes(this.fileName)) this.find();
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    if (!this.composer.contains(element) && (element.textContent ?? '').includes(this.fileName)) this.find();
    for (const one of [element, ...element.querySelectorAll('img, [style]')]) this.lookAt(one);
  }

  private lookAt(element: Element): void {
    if (element.localName === 'img') this.lookAtImage(element as HTMLImageElement);
    else if (/url\(["']?(blob:|data:image\/(?!svg))/.test(element.getAttribute('style') ?? '')) this.find();
  }

  private lookAtImage(image: HTMLImageElement): void {
    if (image.src.startsWith('blob:')) return this.find();
    if (image.complete && image.naturalWidth > 0) {
      if (this.isLike(image)) this.find();
    } else if (image.src !== '') {
      image.addEventListener('load', () => this.isLike(image) && this.find(), { once: true, signal: this.ending.signal });
    }
  }

  /** The picture itself; one that the page made of it has its shape, and stands in the address. */
  private isLike({ naturalWidth, naturalHeight, src }: HTMLImageElement): boolean {
    const { width, height } = this.size;
    if (naturalWidth === width && naturalHeight === height) return true;
    return src.startsWith('data:image/') && Math.abs(naturalWidth / naturalHeight / (width / height) - 1) < 0.05;
  }

  private find(): void {
    this.found = true;
    this.onFound();
  }
}

/** The document of an element and the shadow roots around it, which hide what is in them. */
function rootsAround(element: Element): Node[] {
  const roots: Node[] = [];
  for (let root = element.getRootNode(); ; root = (root as ShadowRoot).host.getRootNode()) {
    roots.push(root);
    if (!('host' in root)) return roots;
  }
}
