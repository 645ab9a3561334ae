import { wireComposer } from '../../kit/composer';
import { conversation, expose } from '../../kit/conversation';
import { drawLines, h } from '../../kit/plain';
import { ORDER_EN } from '../../kit/seeds';

const talk = conversation({ 'Tom Baker': ORDER_EN }, 'Ada');

/** Components within components, as Lit and Stencil apps are: each part has a shadow root of its own. */
function part(tag, css, fill) {
  customElements.define(
    tag,
    class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        const root = this.attachShadow({ mode: 'open' });
        root.append(h('style', {}, css));
        fill(root);
      }
    },
  );
}
part('desk-bubble', ':host{display:block;margin:6px 12px}:host([own]){text-align:right}p{display:inline-block;margin:0;padding:8px 12px;border-radius:10px;background:#eee;max-width:70%}:host([own]) p{background:#d9f2e6}:host([note]){text-align:center;color:#999}:host([note]) p{background:none}', (root) =>
  root.append(h('p', {}, h('slot'))),
);
part('desk-list', ':host{flex:1;overflow-y:auto;display:block}', (root) => {
  const inner = root.appendChild(h('div'));
  drawLines(
    talk,
    inner,
    (line) => h('desk-bubble', { own: line.side === 'agent', note: line.side === 'system' }, line.text),
    { scroller: root.host },
  );
});
part('desk-input', ':host{display:flex;gap:8px;padding:12px;border-top:1px solid #ccc}div{flex:1;border:1px solid #bbb;border-radius:8px;padding:8px;min-height:20px}', (root) => {
  const box = root.appendChild(h('div', { contenteditable: 'true' }));
  wireComposer(talk, box, { button: root.appendChild(h('button', {}, 'Send')) });
});
part('desk-app', ':host{display:flex!important;flex-direction:column}header{padding:12px;background:#004d40;color:#fff}', (root) =>
  root.append(h('header', {}, 'Tom Baker'), h('desk-list'), h('desk-input')),
);
expose(talk);
