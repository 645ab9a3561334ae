import { conversation, expose } from '../../kit/conversation';
import { editableText, h } from '../../kit/plain';
import { only, SHOP_EN } from '../../kit/seeds';

const talk = conversation(only(SHOP_EN, 'customer agent system'), 'Ada');
const workspace = document.querySelector('.chat-workspace');

/** Each customer has a window of their own, side by side; the one with the focus is the open chat. */
function chatWindow(chat) {
  const body = h('div', { class: 'chat-body js-body' });
  const holder = h('div', { class: 'chat-body-holder js-scrollHolder' }, body);
  const input = h('div', {
    class: 'chat-input form-control form-control--small form-control--multiline js-customerChatInput',
    contenteditable: 'true',
  });
  const send = () => {
    const text = editableText(input);
    if (!text.trim()) return;
    input.replaceChildren();
    talk.send(text);
  };
  const focus = () => talk.open !== chat && talk.switchTo(chat.name);
  input.addEventListener('focus', focus);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  const drawn = new Map();
  const draw = () => {
    let before = null;
    for (const line of chat.lines) {
      const node =
        drawn.get(line.id) ??
        h('div', { class: line.side === 'system' ? 'chat-status-message' : `chat-message chat-message--${line.side}` }, line.text);
      if (!drawn.has(line.id)) before ? before.after(node) : body.prepend(node);
      drawn.set(line.id, node);
      before = node;
    }
    holder.scrollTop = holder.scrollHeight;
  };
  talk.subscribe(draw);
  const element = h(
    'div',
    { class: 'chat-window', onmousedown: focus },
    h(
      'div',
      { class: 'chat-header' },
      h('div', { class: 'chat-status js-status', 'data-status': 'online' }),
      h('div', { class: 'chat-name', title: chat.name }, chat.name),
      h('div', { class: 'chat-disconnect js-disconnect' }, h('div', { class: 'btn btn--action btn--small' }, 'disconnect')),
      h('div', { class: 'chat-close js-close is-hidden' }, h('div', { class: 'btn btn--action btn--small' }, 'close')),
    ),
    holder,
    h('div', { class: 'chat-controls' }, input, h('div', { class: 'btn btn--primary btn--slim btn--small js-send', onclick: send }, 'Send')),
  );
  draw();
  return element;
}
function build() {
  workspace.replaceChildren(...talk.chats.slice(0, 3).map(chatWindow));
}
build();
expose(talk, { rerender: build });
