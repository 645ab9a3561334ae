import { editableText } from './plain';

/** The text of a composer of any kind. */
export const textOf = (node) => ('value' in node ? node.value : editableText(node));

/**
 * Wires a plain page's composer as such pages do: a key handler, a button's click, and the field emptied by the send.
 * `key` tells which Enter sends.
 */
export function wireComposer(talk, node, { button = null, key = (event) => !event.shiftKey && !event.ctrlKey } = {}) {
  const send = () => {
    const text = textOf(node);
    if (!text.trim()) return;
    if ('value' in node) node.value = '';
    else node.replaceChildren();
    talk.send(text);
  };
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || !key(event)) return;
    event.preventDefault();
    send();
  });
  button?.addEventListener('click', send);
}
