import { contains, labelOf } from '../tree';

/** Whom a speaker's name stands for, by where else on the page it stands. */
export type Standing = 'customer' | 'own';

/** Most pieces of text that are looked through. */
const MOST_TEXTS = 3000;
/** A longer text names somebody in passing. */
const LONGEST = 80;
/** Pages show who is signed in within so much of the window's edge, CSS px. */
const EDGE = 80;
const LARGE = 15;

/**
 * Where a speaker's name stands outside the messages: over them, or large in a pane beside them, it
 * is the customer's; in the corner where pages show who is signed in, it is the agent's own. Names
 * that stand in both ways, or in neither, are left out.
 */
export function standingsOf(names: ReadonlySet<string>, list: Element, composer: Element): Map<string, Standing> {
  const { body, defaultView: view } = list.ownerDocument;
  const seen = new Map<string, Set<Standing>>();
  if (names.size === 0 || !body || !view) return new Map();
  const room = list.getBoundingClientRect();
  const texts = list.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(), at = 0; node && at < MOST_TEXTS; node = texts.nextNode(), at++) {
    const text = (node as Text).data.trim();
    if (text.length < 2 || text.length > LONGEST) continue;
    const name = [...names].find((one) => text.includes(one));
    const element = node.parentElement;
    if (!name || !element || contains(list, element) || contains(composer, element)) continue;
    const standing = standingAt(element, room, view);
    if (standing) seen.set(name, (seen.get(name) ?? new Set()).add(standing));
  }
  // `Reply to Mateo…`
  const prompt = labelOf(composer);
  for (const name of names) {
    const first = name.split(/[\s·]/)[0]!.toLowerCase();
    if (first.length > 1 && prompt.includes(first)) seen.set(name, (seen.get(name) ?? new Set()).add('customer'));
  }
  return new Map([...seen].flatMap(([name, found]) => (found.size === 1 ? [[name, [...found][0]!] as const] : [])));
}

function standingAt(element: Element, room: DOMRect, view: Window): Standing | null {
  const box = element.getBoundingClientRect();
  if (box.width < 2 || box.height < 2 || !element.checkVisibility({ visibilityProperty: true })) return null;
  const inColumn = box.left >= room.left - 4 && box.left < room.right;
  if (!inColumn && isLarge(element)) return 'customer';
  const atTopRight = box.bottom <= EDGE && box.left > view.innerWidth * 0.75;
  const atBottomLeft = box.top >= view.innerHeight - EDGE && box.right <= room.left + 4;
  if (atTopRight || atBottomLeft) return 'own';
  const isOver = inColumn && box.bottom <= room.top + 12 && box.left < room.left + room.width / 2;
  return isOver ? 'customer' : null;
}

function isLarge(element: Element): boolean {
  if (element.closest('h1, h2, h3, h4, [role="heading"]')) return true;
  const { fontSize, fontWeight } = getComputedStyle(element);
  return parseFloat(fontSize) >= LARGE && parseInt(fontWeight, 10) >= 600;
}
