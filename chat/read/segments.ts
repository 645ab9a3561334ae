import { nodesOf } from '../tree';
import { isTime } from './time';
import { isStatus, withoutStatus } from './words';

/** One line or block of text as the page lays it out inside a message. */
export interface Segment {
  text: string;
  /** The nearest block around it. */
  block: Element;
  top: number;
  bottom: number;
  left: number;
  right: number;
  fontSize: number;
  bold: boolean;
  color: string;
}

const SKIP = /^(script|style|template|noscript|svg|canvas|audio|video|title|select|option|input|textarea|iframe)$/;
const MOST_TEXT = 20_000;

/** Reads the visible text under `root` in the page's order, one segment a block. Buttons and hidden text are left out. */
export function segmentsOf(root: Element): Segment[] {
  const segments: Segment[] = [];
  let open: { text: string; block: Element; first: Text; last: Text } | null = null;
  let length = 0;

  const close = (): void => {
    if (!open) return;
    const text = open.text.replace(/[ \t\f\v]*\n[ \t\f\v]*/g, '\n').replace(/[ \t]{2,}/g, ' ').trim();
    const { block, first, last } = open;
    open = null;
    if (text === '') return;
    const range = root.ownerDocument.createRange();
    range.setStartBefore(first);
    range.setEndAfter(last);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return;
    const style = getComputedStyle(first.parentElement ?? block);
    segments.push({
      text,
      block,
      top: box.top,
      bottom: box.bottom,
      left: box.left,
      right: box.right,
      fontSize: parseFloat(style.fontSize),
      bold: parseInt(style.fontWeight, 10) >= 600,
      color: style.color,
    });
  };

  const walk = (element: Element, block: Element): void => {
    for (const node of nodesOf(element)) {
      if (length > MOST_TEXT) return;
      if (node instanceof Text) {
        if (node.data.trim() === '' && !open) continue;
        const keepsBreaks = /\n/.test(node.data) && /^pre|break-spaces/.test(getComputedStyle(element).whiteSpace);
        const text = keepsBreaks ? node.data : node.data.replace(/\s+/g, ' ');
        length += text.length;
        if (open && open.block === block) {
          open.text += text;
          open.last = node;
        } else {
          close();
          open = { text, block, first: node, last: node };
        }
      } else if (node instanceof HTMLBRElement) {
        if (open) open.text += '\n';
      } else if (node instanceof HTMLImageElement) {
        const sign = emojiOf(node);
        if (sign && open) open.text += sign;
      } else if (node instanceof Element && isRead(node)) {
        const style = getComputedStyle(node);
        if (style.display === 'none' || style.visibility === 'hidden' || isClipped(node, style)) continue;
        const inline = /^(inline|contents|ruby)$/.test(style.display) && style.position !== 'absolute';
        const atHead: boolean = open?.block !== block;
        if (inline && style.float === 'none' && !standsApart(node, style) && !(atHead && isNameBefore(node, style))) walk(node, block);
        else {
          close();
          walk(node, node);
          close();
        }
      }
    }
  };
  walk(root, root);
  close();
  return segments;
}

/** A time or a reading mark set in small behind the text of a line. */
function standsApart(element: Element, style: CSSStyleDeclaration): boolean {
  const text = element.textContent ?? '';
  if (text.length > 30) return false;
  if (element.localName === 'time') return true;
  if (!isTime(withoutStatus(text)) && !isStatus(text)) return false;
  const around = element.parentElement;
  if (!around) return false;
  const outer = getComputedStyle(around);
  return parseFloat(style.fontSize) < parseFloat(outer.fontSize) || style.color !== outer.color;
}

/** A name with a colon, set apart by its look, at the head of what its bearer says. */
function isNameBefore(element: Element, style: CSSStyleDeclaration): boolean {
  const text = (element.textContent ?? '').trim();
  const around = element.parentElement;
  if (!around || text.length > 30 || !/[:：]$/.test(text)) return false;
  const outer = getComputedStyle(around);
  return style.fontWeight !== outer.fontWeight || style.color !== outer.color;
}

function isRead(element: Element): boolean {
  if (SKIP.test(element.localName)) return false;
  return !element.matches('button, [role="button"], [role="toolbar"], [role="menu"], [role="tooltip"], [hidden]');
}

/** Text kept for screen readers only. */
function isClipped(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/inset\(50%|inset\(100%|rect\(0px,? 0px,? 0px,? 0px\)|rect\(1px,? 1px,? 1px,? 1px\)/.test(`${style.clipPath} ${style.clip}`)) return true;
  const box = element.getBoundingClientRect();
  return box.width <= 2 || box.height <= 2 || box.right < -500 || box.bottom < -5000;
}

/** The sign that a small picture in running text stands for. */
function emojiOf(image: HTMLImageElement): string {
  const box = image.getBoundingClientRect();
  return box.height <= 32 && image.alt.length <= 12 ? image.alt : '';
}
