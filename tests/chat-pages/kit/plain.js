/** Helpers for the pages without a library: each page says how one message looks, this keeps the list in step. */

/** Keeps `list` in step with the open chat: adds what is new where it belongs, draws anew only when it must. */
export function drawLines(talk, list, element, { newestFirst = false, scroller = list } = {}) {
  let drawn = new Map();
  let of = null;
  const draw = () => {
    const key = `${talk.open.name} ${talk.generation}`;
    if (of !== key) {
      list.replaceChildren();
      drawn = new Map();
      of = key;
    }
    const lines = newestFirst ? talk.open.lines.toReversed() : talk.open.lines;
    let before = null;
    for (const [index, line] of lines.entries()) {
      let node = drawn.get(line.id);
      if (!node) {
        node = element(line, lines[index + (newestFirst ? 1 : -1)]);
        drawn.set(line.id, node);
        if (before) before.after(node);
        else list.prepend(node);
      }
      before = node;
    }
    if (!newestFirst) scroller.scrollTop = scroller.scrollHeight;
  };
  talk.subscribe(draw);
  draw();
}

/** Draws the list of chats anew with every change. */
export function drawChats(talk, list, element) {
  const draw = () => list.replaceChildren(...talk.chats.map((chat) => element(chat, chat === talk.open)));
  talk.subscribe(draw);
  draw();
}

/** An element from its tag, attributes and children. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

/** The text of a contenteditable as its reader sees it. */
export const editableText = (node) => node.innerText.replace(/\n$/, '');

export const clock = (at) => new Date(at).toTimeString().slice(0, 5);
export const fullClock = (at) => `${new Date(at).toISOString().slice(0, 10)} ${new Date(at).toTimeString().slice(0, 8)}`;
