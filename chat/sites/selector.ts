import { queryAll } from '../tree';

/**
 * CSS selectors for elements of a page, made of what is likely to outlive a redraw and the
 * console's next build: names that people wrote, never those that tools generate.
 */

/** Attributes in which pages name their parts, the most lasting first. */
const NAMING = ['data-testid', 'data-test-id', 'data-test', 'data-qa-id', 'data-qa-type', 'data-qa', 'data-cy', 'name', 'role', 'aria-roledescription', 'data-sender-type', 'data-type', 'data-role', 'type'];

/**
 * True for a class name, id or value that a tool generated: a hash, a counter, a style system's
 * short name. Such names are gone after the next build.
 */
export function isGenerated(name: string): boolean {
  if (name.length > 40 || /^\d|\d{3,}/.test(name)) return true;
  if (/^(css|sc|jsx|jss|svelte|emotion|makeStyles|tw|chakra|mantine)-?[\w-]*\d/i.test(name) || /^(:r|«r|radix-|react-aria|headlessui-|el-id-|mui-|rc[_-])/.test(name)) return true;
  // CSS modules: `name_hash`, `name__hash`, `_hash`; the tail mixes cases or holds digits amid letters.
  const tail = /(?:^_+|[_-]+)([A-Za-z0-9]{5,})$/.exec(name)?.[1];
  if (tail && isScrambled(tail)) return true;
  return name.length <= 8 ? /\d/.test(name) && /^[a-z0-9_]+$/i.test(name) && isScrambled(name) : isScrambled(name);
}

/** Letters and digits thrown together, or capitals in odd places. */
function isScrambled(text: string): boolean {
  if (/^[a-z]+\d{0,2}$|^[A-Z][a-z]+\d{0,2}$|^[A-Z]+$/.test(text)) return !/[aeiouy]/i.test(text) && text.length > 5;
  if (/[A-Za-z]\d+[A-Za-z]/.test(text)) return true;
  const turns = text.replace(/[^A-Za-z]/g, '').match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g)?.length ?? 0;
  const words = text.match(/[A-Z]?[a-z]{3,}/g)?.join('').length ?? 0;
  return turns > 0 && words < text.replace(/[^A-Za-z]/g, '').length * 0.6;
}

/** Class names state what an element is like just now, too; those of the moment do not name it. */
const MOMENT = /(^|[-_])(active|focus(ed)?|hover|selected|open(ed)?|disabled|enabled|loading|empty|first|last|even|odd|unread|read|is-[a-z]+|has-[a-z]+)$/i;
/** Utility classes of style systems say how it looks. */
const LOOK = /^-?(flex|grid|block|inline|hidden|relative|absolute|fixed|sticky|p[xytblr]?-|m[xytblr]?-|w-|h-|min-|max-|text-|bg-|border|rounded|shadow|gap-|space-|items-|self-|overflow|z-|top-|left-|right-|bottom-|font-|leading-|col-|row-?|opacity|cursor|transition|[a-z]+:)/;

/** Names of an element that last, each as a compound selector without its tag. */
export function lastingNames(element: Element): string[] {
  const names: string[] = [];
  if (element.id && !isGenerated(element.id)) names.push(`#${CSS.escape(element.id)}`);
  for (const attribute of NAMING) {
    const value = element.getAttribute(attribute);
    if (value && value.length <= 60 && !isGenerated(value)) names.push(`[${attribute}="${CSS.escape(value)}"]`);
  }
  for (const name of element.classList) if (!isGenerated(name) && !MOMENT.test(name) && !LOOK.test(name)) names.push(`.${CSS.escape(name)}`);
  if (element.getAttribute('contenteditable') && element.getAttribute('contenteditable') !== 'false') names.push('[contenteditable]');
  return names;
}

/** Words that a page shows for an element: they last until it is shown in another language. */
function shownNames(element: Element): string[] {
  return ['placeholder', 'data-placeholder', 'aria-label', 'title'].flatMap((attribute) => {
    const value = element.getAttribute(attribute);
    return value && value.length <= 60 && !/\d/.test(value) ? [`[${attribute}="${CSS.escape(value)}"]`] : [];
  });
}

/** Selectors that find `element` and nothing else in `roots`, the surest first; at most three. */
export function selectorsFor(element: Element, roots: readonly ParentNode[]): string[] {
  const isSole = (css: string): boolean => {
    const found = queryAll(roots, css);
    return found.length === 1 && found[0] === element;
  };
  const tag = element.localName;
  const own = lastingNames(element).flatMap((name) => [name, `${tag}${name}`]);
  const found = [...own, ...(/^(textarea|iframe|form|main|ol)$/.test(tag) || tag.includes('-') ? [tag] : [])].filter(isSole);
  const steps = [...own, tag];
  for (let around = element.parentElement, up = 0; around && up < 8 && found.length < 6; around = around.parentElement, up++) {
    for (const name of lastingNames(around)) found.push(...steps.map((step) => `${name} ${step}`).filter(isSole).slice(0, 1));
  }
  if (found.length < 3) found.push(...shownNames(element).filter(isSole));
  if (found.length === 0) found.push(pathTo(element, roots));
  return [...new Set(found)].slice(0, 3);
}

/** The way down by tag and place from the nearest thing with a name: the last resort where a page names nothing. */
function pathTo(element: Element, roots: readonly ParentNode[]): string {
  const steps: string[] = [];
  for (let node: Element | null = element; node; node = node.parentElement) {
    const anchor = node !== element && lastingNames(node).find((name) => queryAll(roots, name).length === 1);
    if (anchor) return [anchor, ...steps].join(' > ');
    const alike = [...(node.parentElement?.children ?? [])].filter((other) => other.localName === node!.localName);
    steps.unshift(alike.length > 1 ? `${node.localName}:nth-of-type(${alike.indexOf(node) + 1})` : node.localName);
  }
  return steps.join(' > ');
}
