/** Names by which editors call the greyed text of an empty box. */
const PLACEHOLDER = /placeholder/i;

/**
 * True for what an editor shows inside its box without it being text of the draft: placeholders,
 * widgets' buttons and icons, TinyMCE's helpers. Chips that cannot be edited (a mention) are text.
 */
export function isOrnament(element: Element): boolean {
  const name = element.localName;
  if (name === 'style' || name === 'script' || name === 'svg' || name === 'button' || name === 'template') return true;
  if (element.getAttribute('data-mce-bogus') === 'all') return true;
  if (element.getAttribute('contenteditable') !== 'false') return false;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  return [...element.attributes].some(
    ({ name: attribute, value }) => PLACEHOLDER.test(attribute) || (attribute === 'class' && PLACEHOLDER.test(value)),
  );
}
