const long = Array.from({ length: 30 }, (_, line) => `line ${String(line).padStart(2, '0')} of a long draft`).join('\n');
const control = 'font: 16px/24px monospace; border: 3px solid black; padding: 10px 14px; margin: 40px; width: 400px;';

/** Some 5,000 characters of all kinds, with 微信 strewn in: where lines break is for the browser to say. */
const pieces = ['您好，这款', 'iPhone 15 Pro', '有现货哦～', '微信', 'https://a.example/verylongpathwithoutanybreak?x=1', '😊👍', '\t规格：', '１２３４５', '（全角）', '微信', '  两个空格', 'supercalifragilistic', '。\n', '—— ', '请看说明书第3页', 'ﬁne'];
const mixed = Array.from({ length: 560 }, (_, at) => pieces[(at * 7 + (at >> 4)) % pieces.length]).join('');

const bodies: Record<string, string> = {
  textarea: `<textarea style="${control} height: 96px; resize: both">ok bad words here</textarea>`,
  wrapped: `<textarea style="${control} height: 144px; width: 200px">${'word '.repeat(12)}bad end</textarea>`,
  long: `<textarea style="${control} height: 96px">${long}</textarea>`,
  input: `<input style="${control} height: 60px" value="ok bad words here">`,
  zoomed: `<div style="zoom: 1.5"><textarea style="${control} height: 96px">ok bad words here</textarea></div>`,
  scaled: `<div style="transform: scale(0.75); transform-origin: 0 0"><textarea style="${control} height: 96px">ok bad words here</textarea></div>`,
  mixed: `<textarea style="font: 15px/1.45 system-ui, sans-serif; letter-spacing: 0.3px; border: 2px solid; padding: 7px 12px; margin: 30px; width: 430px; height: 180px">${mixed}</textarea>`,
  'mixed-rich': `<div contenteditable="true" style="font: 15px/1.45 system-ui, sans-serif; border: 2px solid; padding: 7px 12px; margin: 30px; width: 430px; height: 180px; overflow: auto; white-space: pre-wrap">${mixed}</div>`,
  rich: `<div contenteditable="true" style="${control} height: 96px; overflow: auto"><p>ok <b>bad</b> words here</p></div>`,
  'rich-long': `<div contenteditable="true" style="${control} height: 96px; overflow: auto">${long.split('\n').map((line) => `<p>${line}</p>`).join('')}</div>`,
};

/** Boxes on which marks must lie exactly, by path `/mark/NAME`. */
export const markPages: Record<string, string> = Object.fromEntries(
  Object.entries(bodies).map(([name, body]) => [
    `/mark/${name}`,
    `<!doctype html><meta charset="utf-8"><style>body { margin: 0; height: 2000px } p { margin: 0 }</style><div id="composer">${body}</div>`,
  ]),
);
