import { conversation, expose } from '../../kit/conversation';
import { drawChats, editableText, fullClock, h } from '../../kit/plain';
import { SHOP_EN } from '../../kit/seeds';

const talk = conversation(SHOP_EN, 'Ada');
const idOf = (chat) => 301 + talk.chats.indexOf(chat) * 4;
const panes = document.querySelector('.tab-content');

/** Live Helper Chat's own editor element is a light-DOM wrapper around a contenteditable. */
customElements.define('lhc-editor', class extends HTMLElement {});

function row(line) {
  const kind = { customer: 'response', agent: 'message-admin', robot: 'message-admin auto-responder-msg', system: 'system-response' }[line.side];
  return h(
    'div',
    { class: `message-row ${kind}`, id: `msg-${line.id}`, 'data-op-id': { customer: '0', agent: '4', robot: '-2', system: '-1' }[line.side] },
    h('div', { class: 'msg-date' }, fullClock(line.at)),
    h('span', { class: 'usr-tit' }, line.side === 'customer' ? line.name : line.side === 'system' ? '' : line.name),
    h('div', { class: 'msg-body' }, line.text),
  );
}
/** All chats stay in the document, each in its tab. */
function pane(chat) {
  const id = idOf(chat);
  const list = h('div', { class: 'msgBlock msgBlock-admin', id: `messagesBlock-${id}` });
  const edit = h('div', { contenteditable: 'true', class: 'form-control' });
  const element = h(
    'div',
    { class: 'tab-pane', id: `chat-id-${id}`, role: 'tabpanel' },
    h('div', { class: 'chat-main-left-column' }, list, h('div', { class: 'message-container-admin' }, h('lhc-editor', { id: `CSChatMessage-${id}` }, edit))),
    h('div', { class: 'chat-main-right-column' }, h('textarea', { placeholder: 'Remarks' }), h('p', {}, `Chat ${id}`)),
  );
  edit.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    const text = editableText(edit);
    if (!text.trim()) return;
    edit.replaceChildren();
    talk.send(text);
  });
  const drawn = new Map();
  const draw = () => {
    element.classList.toggle('active', chat === talk.open);
    let before = null;
    for (const line of chat.lines) {
      const node = drawn.get(line.id) ?? row(line);
      if (!drawn.has(line.id)) before ? before.after(node) : list.prepend(node);
      drawn.set(line.id, node);
      before = node;
    }
    list.scrollTop = list.scrollHeight;
  };
  talk.subscribe(draw);
  draw();
  return element;
}
function build() {
  panes.replaceChildren(...talk.chats.map(pane));
}
build();
drawChats(talk, document.querySelector('#sub-tabs'), (chat, open) =>
  h(
    'li',
    { class: open ? 'chat-nav-item active' : 'chat-nav-item', role: 'presentation' },
    h(
      'a',
      { href: '#', id: `chat-tab-link-${idOf(chat)}`, class: chat.unread ? 'blink-tab-item' : '', onclick: (e) => (e.preventDefault(), talk.switchTo(chat.name)) },
      h('span', { id: `ntab-chat-${idOf(chat)}` }, chat.name),
      chat.unread ? h('span', { class: 'msg-nm' }, String(chat.unread)) : null,
    ),
  ),
);
expose(talk, { rerender: build });
