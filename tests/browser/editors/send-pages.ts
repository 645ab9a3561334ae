/** Small chats that each send in a way of their own. Every send of the page goes through `send()`. */
const ways: Record<string, string> = {
  'enter-keydown': `box.addEventListener('keydown', (e) => { if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); send(); } });`,
  'enter-keypress': `box.addEventListener('keypress', (e) => { if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); send(); } });`,
  'enter-keyup': `box.addEventListener('keyup', (e) => { if (e.key === 'Enter' && !e.shiftKey) send(); });`,
  'ctrl-enter': `box.addEventListener('keydown', (e) => { if (e.key === 'Enter' && e.ctrlKey) { e.preventDefault(); send(); } });`,
  'document-capture': `document.addEventListener('keydown', (e) => { if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); e.stopImmediatePropagation(); send(); } }, true);`,
  'window-capture': `window.addEventListener('keydown', (e) => { if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); e.stopImmediatePropagation(); send(); } }, true);
    window.addEventListener('mousedown', (e) => { if (e.target === button) send(); }, true);`,
  'window-capture-later': `window.addEventListener('keydown', (e) => { if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); setTimeout(send, 30); } }, true);`,
  'slow-clear': `box.addEventListener('keydown', (e) => { if (e.key === 'Enter' && !e.shiftKey) { e.preventDefault(); setTimeout(send, 150); } });`,
  'button-click': `button.addEventListener('click', send);`,
  'button-pointerdown': `button.addEventListener('pointerdown', send);`,
  'button-mousedown': `button.addEventListener('mousedown', send);`,
  'button-mouseup': `button.addEventListener('mouseup', send);`,
  'button-touchend': `button.addEventListener('touchend', (e) => { e.preventDefault(); send(); });`,
  'button-touchstart': `button.addEventListener('touchstart', send);`,
  'form-submit': `form.addEventListener('submit', (e) => { e.preventDefault(); send(); }); button.type = 'submit';`,
  'script-driven': `box.addEventListener('keydown', (e) => { if (e.key === 'Enter') { e.preventDefault(); send(); } });
    window.driveEnter = () => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
    window.driveClick = () => button.click();`,
};

const single = new Set(['form-submit']);

function pageFor(way: string, script: string): string {
  const box = single.has(way) ? '<input id="box">' : '<textarea id="box" rows="3" cols="40"></textarea>';
  return `<!doctype html><meta charset="utf-8"><title>${way}</title>
<style>
  #messages { list-style: none; width: 560px; height: 200px; padding: 8px; overflow: auto; border: 1px solid #ccc; }
  #messages li { width: fit-content; margin: 6px 0; padding: 6px 10px; border-radius: 8px; background: #eee; }
  #messages .us { margin-left: auto; background: #cfe8ff; }
</style>
<ol id="messages"><li>在吗？请问什么时候发货</li><li class="us">您好，今天下午发出</li><li>好的，谢谢</li></ol>
<form id="form" onsubmit="return false"><div id="composer">${box}</div><button id="send" type="button"><span id="icon">Send</span></button></form>
<p id="elsewhere" tabindex="0">elsewhere</p><ol id="seen"></ol>
<script>
  const box = document.querySelector('#box'), button = document.querySelector('#send'), form = document.querySelector('#form');
  function send() {
    if (box.value.trim() === '') return;
    const item = document.createElement('li');
    item.className = 'us';
    item.dataset.sent = JSON.stringify(box.value.trim());
    document.querySelector('#messages').append(item);
    box.value = '';
  }
  for (const type of ['keydown', 'keypress', 'keyup'])
    box.addEventListener(type, (e) => {
      const item = document.createElement('li');
      item.textContent = type + ' ' + e.key;
      document.querySelector('#seen').append(item);
    });
  ${script}
</script>`;
}

/** By path: `/send/WAY`. */
export const sendPages: Record<string, string> = Object.fromEntries(
  Object.entries(ways).map(([way, script]) => [`/send/${way}`, pageFor(way, script)]),
);

/** The chat of `enter-keydown`, written by script into a page, or into a frame without an address, that stood before. */
const chat = `decodeURIComponent("${encodeURIComponent(pageFor('enter-keydown', ways['enter-keydown'] ?? ''))}")`;
export const writtenPages: Record<string, string> = {
  '/written/page': `<!doctype html><p>Loading</p><script>addEventListener('load', () => setTimeout(() => { document.open(); document.write(${chat}); document.close(); }))</script>`,
  '/written/frame': `<!doctype html><iframe style="width:900px;height:600px"></iframe><script>const inner = document.querySelector('iframe').contentDocument; inner.open(); inner.write(${chat}); inner.close();</script>`,
  '/written/srcdoc': `<!doctype html><iframe style="width:900px;height:600px"></iframe><script>document.querySelector('iframe').srcdoc = ${chat}</script>`,
};
