import base from '../components/base.css?inline';
import { keepKeysIn } from './host';
import { HOST_STYLE } from './host-style';
import css from './picker.css?inline';
import { clearPlace } from './picker-place';
import type { CardPlace } from './picker-place';

declare const __OPEN_SHADOW__: boolean;

/** The picker's one element on the page. */
export interface PickerHost {
  element: HTMLElement;
  /** Where React draws the card. */
  stage: HTMLElement;
  /** The frame round what is pointed at. */
  frame: HTMLElement;
  /** True for what happens in the card, or in the panel. */
  isOwn(event: Event): boolean;
  /** True while a button or field of the card has the focus. */
  hasFocus(): boolean;
  /** Takes the focus off the card's buttons, so that Enter picks. */
  blur(): void;
  /** Puts the card where it covers the least of what could be pointed at. */
  keepClear(): void;
  /** Puts the card to the other end of the window. */
  move(): void;
}

/** Puts `<chatside-picker>` on the page, until `signal` ends. */
export function createPickerHost(theme: string, signal: AbortSignal): PickerHost {
  for (const old of document.querySelectorAll('chatside-picker')) old.remove();
  const element = document.createElement('chatside-picker');
  element.dataset.theme = theme;
  element.style.cssText = HOST_STYLE;
  const root = element.attachShadow({ mode: __OPEN_SHADOW__ ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = base + css;
  const frame = document.createElement('div');
  frame.className = 'frame';
  const stage = document.createElement('div');
  stage.className = 'stage';
  root.append(style, frame, stage);
  keepKeysIn(root, signal);
  document.documentElement.append(element);
  signal.addEventListener('abort', () => element.remove());
  let at: CardPlace | null = null;
  const put = (place: CardPlace): void => {
    at = place;
    stage.style.setProperty('--x', `${Math.max(0, Math.round(place.x))}px`);
    stage.dataset.at = place.end;
  };
  const focused = () => (root.activeElement instanceof HTMLElement && root.activeElement.matches('button, input') ? root.activeElement : null);
  return {
    element,
    stage,
    frame,
    isOwn: (event) => event.composedPath().some((node) => node instanceof Element && node.localName.startsWith('chatside-')),
    hasFocus: () => focused() !== null,
    blur: () => focused()?.blur(),
    keepClear: () => {
      const card = stage.firstElementChild?.getBoundingClientRect();
      if (card && card.width > 0) put(clearPlace(document, { width: card.width, height: card.height }, at));
    },
    move: () => {
      if (at) put({ ...at, end: at.end === 'top' ? 'bottom' : 'top' });
    },
  };
}
