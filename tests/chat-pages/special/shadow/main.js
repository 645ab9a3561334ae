import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { drawChats, drawLines, h } from '../../kit/plain';
import { SHOP } from '../../kit/seeds';

const talk = conversation(SHOP);
const STYLE = `
  :host { display: flex; flex-direction: column; background: #fff; border-left: 1px solid #ddd; }
  .tabs { display: flex; border-bottom: 1px solid #ddd; }
  .tabs button { flex: 1; border: 0; background: none; padding: 10px 4px; }
  .tabs button[aria-selected=true] { border-bottom: 2px solid #1677ff; }
  .tabs em { color: #ff4d4f; font-style: normal; }
  .log { flex: 1; overflow-y: auto; padding: 12px; }
  .log div { margin: 8px 0; display: flex; }
  .log div.mine { justify-content: end; }
  .log div.sys { justify-content: center; color: #999; font-size: 12px; }
  .log span { background: #f5f5f5; border-radius: 8px; padding: 6px 12px; }
  .log .mine span { background: #bae0ff; }
  .log .sys span { background: none; }
  .foot { display: flex; border-top: 1px solid #ddd; padding: 8px; gap: 8px; }
  textarea { flex: 1; height: 48px; }`;

class ShopChat extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const tabs = h('div', { class: 'tabs', role: 'tablist' });
    const log = h('div', { class: 'log' });
    const text = h('textarea');
    const button = h('button', {}, '发送');
    root.append(tabs, log, h('div', { class: 'foot' }, text, button));
    const LOOK = { agent: 'mine', system: 'sys', robot: 'mine' };
    drawLines(talk, log, (line) => h('div', { class: LOOK[line.side] }, h('span', {}, line.side === 'robot' ? `[自动回复] ${line.text}` : line.text)));
    drawChats(talk, tabs, (chat, open) =>
      h(
        'button',
        { role: 'tab', 'aria-selected': String(open), onclick: () => talk.switchTo(chat.name) },
        chat.name,
        chat.unread ? h('em', {}, ` (${chat.unread})`) : null,
      ),
    );
    wireComposer(talk, text, { button });
  }
}
customElements.define('shop-chat', ShopChat);
expose(talk);
