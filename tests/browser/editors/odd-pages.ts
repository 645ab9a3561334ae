/** Composers that behave in a way of their own, by path `/odd/NAME`; the composer is inside `#composer`. */
const bodies: Record<string, string> = {
  maxlength: `<div id="composer"><textarea maxlength="5"></textarea></div>`,
  'read-only': `<div id="composer"><textarea readonly>fixed</textarea></div>`,
  'paste-forbidden': `<div id="composer"><div contenteditable="true"></div></div>
    <script>document.querySelector('[contenteditable]').addEventListener('paste', (e) => e.preventDefault());</script>`,
  'own-paste': `<div id="composer"><div contenteditable="true" style="white-space:pre-wrap"></div></div>
    <script>document.querySelector('[contenteditable]').addEventListener('paste', (e) => {
      e.preventDefault();
      const text = e.clipboardData.getData('text/plain');
      setTimeout(() => document.execCommand('insertText', false, text), 120);
    });</script>`,
  cutting: `<div id="composer"><div contenteditable="true">abc</div></div>
    <script>document.querySelector('[contenteditable]').addEventListener('paste', (e) => {
      e.preventDefault();
      document.execCommand('insertText', false, e.clipboardData.getData('text/plain').slice(0, 2));
    });</script>`,
  shadow: `<div id="shadow-host"></div><input id="other">
    <script>const root = document.querySelector('#shadow-host').attachShadow({ mode: 'open' });
    root.innerHTML = '<div contenteditable="true">ab</div>';</script>`,
  'shadow-textarea': `<div id="shadow-host"></div>
    <script>document.querySelector('#shadow-host').attachShadow({ mode: 'open' }).innerHTML = '<textarea>ab</textarea>';</script>`,
  rich: `<div id="composer"><div contenteditable="true">
      <p>one&nbsp;<b>two</b></p>
      <p><br></p>
      <p>three<br>four<br></p><ul><li>five \u200B<span contenteditable="false" class="chip">@Li</span> six</li></ul>
      <div contenteditable="false" class="editor-placeholder">Write here</div>
    </div></div>`,
  'kept-space': `<div id="composer"><div contenteditable="true" style="white-space:pre-wrap">a  b\nc\n\n</div></div>`,
  plain: `<div id="composer"><div contenteditable="true">hello world</div></div><input id="other">`,
};

export const oddPages: Record<string, string> = Object.fromEntries(
  Object.entries(bodies).map(([name, body]) => [`/odd/${name}`, `<!doctype html><meta charset="utf-8"><body>${body}`]),
);
