import { isOrnament } from './ornament';

/**
 * A contenteditable's text as it is rendered, with the way back from every position to the DOM.
 * Like `innerText`, but without its blank lines between paragraphs, without what editors put in
 * for themselves, and with offsets.
 */
export interface RichText {
  text: string;
  /** Position in `text` of a DOM position; positions outside are drawn in. */
  offsetOf(container: Node, offset: number): number;
  /** DOM position of a position in `text`. Where two fit, `bias` says which side of a boundary is meant. */
  pointAt(offset: number, bias: 'start' | 'end' | 'caret'): { node: Node; offset: number };
}

/**
 * A stretch of `text` out of one text node: `raw` has, for each code unit, its index in the node.
 * A break (`<br>`, or `\n` where white space is kept) is a piece of no length that knows its place.
 */
interface Piece {
  node: Node;
  start: number;
  raw: number[];
  isBreak: boolean;
}

/** Zero-width fillers: ZWSP, word joiner (CKEditor), BOM (Slate, Quill, TinyMCE). Joiners belong to emoji and stay. */
const FILLER = /[\u200B\u2060\uFEFF]/;
const COLLAPSIBLE = /[ \t\r\n]/;
const ELEMENT = 1;
const TEXT = 3;

export function readRich(root: Element): RichText {
  return new Reader(root);
}

class Reader implements RichText {
  text = '';
  private readonly pieces: Piece[] = [];
  private readonly starts = new Map<Node, number>();
  private readonly ends = new Map<Node, number>();
  /** The current line has content. */
  private lineOpen = false;
  /** A block ended on the current line: what follows stands on a new one. */
  private lineClosed = false;
  /** A break was read; it counts only if something follows in the same block. */
  private pendingBreak = false;
  /** Collapsible white space was read; it counts only between two visible things on one line. */
  private pendingSpace: { node: Node; raw: number } | null = null;

  constructor(private readonly root: Element) {
    this.readBlock(root);
  }

  offsetOf(container: Node, offset: number): number {
    if (container.nodeType !== TEXT) {
      const child = container.childNodes[offset];
      return child ? this.startOf(child) : (this.ends.get(container) ?? this.text.length);
    }
    let last: number | undefined;
    for (const piece of this.pieces) {
      if (piece.node !== container) continue;
      const index = piece.raw.findIndex((raw) => raw >= offset);
      if (index >= 0) return piece.start + (piece.isBreak ? 0 : index);
      last = endOf(piece);
    }
    return last ?? this.starts.get(container) ?? this.text.length;
  }

  pointAt(offset: number, bias: 'start' | 'end' | 'caret'): { node: Node; offset: number } {
    const inside = (piece: Piece) => !piece.isBreak && piece.start <= offset && offset < endOf(piece);
    const behind = (piece: Piece) => !piece.isBreak && piece.start < offset && offset <= endOf(piece);
    const at = (piece: Piece) => piece.isBreak && piece.start === offset;
    for (const fits of bias === 'start' ? [inside, at, behind] : [behind, inside, at]) {
      const piece = this.pieces.find(fits);
      if (!piece) continue;
      if (fits === behind) return { node: piece.node, offset: piece.raw[offset - piece.start - 1]! + 1 };
      const raw = piece.raw[piece.isBreak ? 0 : offset - piece.start]!;
      if (piece.node.nodeType === TEXT) return { node: piece.node, offset: raw };
      const parent = piece.node.parentNode ?? this.root;
      return { node: parent, offset: [...parent.childNodes].indexOf(piece.node as ChildNode) };
    }
    const last = this.pieces.at(-1);
    if (last && last.node.nodeType === TEXT) return { node: last.node, offset: last.raw.at(-1)! + 1 };
    return { node: this.root, offset: last ? this.root.childNodes.length : 0 };
  }

  /** Where a node begins; for an inline element, where its first content does. */
  private startOf(node: Node): number {
    let inner = node;
    while (!this.starts.has(inner) && inner.firstChild) inner = inner.firstChild;
    return this.starts.get(inner) ?? this.text.length;
  }

  private readBlock(element: Element): void {
    if (this.lineOpen) this.text += '\n';
    this.startLine();
    this.starts.set(element, this.text.length);
    this.readChildren(element);
    this.pendingBreak = false;
    this.pendingSpace = null;
    this.lineClosed = this.lineOpen;
  }

  private startLine(): void {
    this.lineOpen = false;
    this.lineClosed = false;
    this.pendingBreak = false;
    this.pendingSpace = null;
  }

  private readChildren(element: Element): void {
    const whiteSpace = styleOf(element)?.whiteSpace ?? 'normal';
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === TEXT) this.readText(node as Text, whiteSpace);
      else if (node.nodeType === ELEMENT) this.readElement(node as Element);
    }
    this.ends.set(element, this.text.length);
  }

  private readElement(element: Element): void {
    if (element.localName === 'br') {
      this.addBreak(element, 0);
      return;
    }
    const display = isOrnament(element) ? 'none' : (styleOf(element)?.display ?? 'inline');
    if (display === 'none') this.starts.set(element, this.text.length);
    else if (/^(inline|contents|ruby)/.test(display)) this.readChildren(element);
    else this.readBlock(element);
  }

  /** Something follows on this line, or after a break on the next. */
  private openLine(): void {
    if (this.lineClosed || this.pendingBreak) this.text += '\n';
    this.startLine();
    this.lineOpen = true;
  }

  private addBreak(node: Node, raw: number): void {
    this.openLine();
    if (!this.starts.has(node)) this.starts.set(node, this.text.length);
    this.pieces.push({ node, start: this.text.length, raw: [raw], isBreak: true });
    this.pendingBreak = true;
  }

  private addChar(node: Node, raw: number, char: string): void {
    const space = this.pendingSpace;
    const before = this.text.length;
    this.openLine();
    if (space) this.addChar(space.node, space.raw, ' ');
    let piece = this.pieces.at(-1);
    if (!piece || piece.node !== node || piece.isBreak || (!space && before !== this.text.length)) {
      piece = { node, start: this.text.length, raw: [], isBreak: false };
      this.pieces.push(piece);
    }
    if (!this.starts.has(node)) this.starts.set(node, this.text.length);
    piece.raw.push(raw);
    this.text += char;
  }

  private readText(node: Text, whiteSpace: string): void {
    const keepsBreaks = whiteSpace.startsWith('pre') || whiteSpace === 'break-spaces';
    const keepsSpaces = keepsBreaks && whiteSpace !== 'pre-line';
    for (let index = 0; index < node.data.length; index++) {
      const char = node.data[index]!;
      if (FILLER.test(char)) {
        // It makes room for the caret on a line that would have none.
        if (this.pendingBreak || !this.lineOpen) this.openLine();
      } else if (char === '\n' && keepsBreaks) {
        this.addBreak(node, index);
      } else if (COLLAPSIBLE.test(char) && !keepsSpaces) {
        const betweenContent = this.lineOpen && !this.lineClosed && !this.pendingBreak;
        if (betweenContent) this.pendingSpace ??= { node, raw: index };
      } else {
        this.addChar(node, index, char === '\u00A0' ? ' ' : char);
      }
    }
    if (!this.starts.has(node)) this.starts.set(node, this.text.length);
  }
}

function endOf(piece: Piece): number {
  return piece.isBreak ? piece.start : piece.start + piece.raw.length;
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}
