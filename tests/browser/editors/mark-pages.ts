const long = Array.from({ length: 30 }, (_, line) => `line ${String(line).padStart(2, '0')} of a long draft`).join('\n');
const control = 'font: 16px/24px monospace; border: 3px solid black; padding: 10px 14px; margin: 40px; width: 400px;';

const bodies: Record<string, string> = {
  textarea: `<textarea style="${control} height: 96px; resize: both">ok bad words here</textarea>`,
  wrapped: `<textarea style="${control} height: 144px; width: 200px">${'word '.repeat(12)}bad end</textarea>`,
  long: `<textarea style="${control} height: 96px">${long}</textarea>`,
  input: `<input style="${control} height: 60px" value="ok bad words here">`,
  zoomed: `<div style="zoom: 1.5"><textarea style="${control} height: 96px">ok bad words here</textarea></div>`,
  scaled: `<div style="transform: scale(0.75); transform-origin: 0 0"><textarea style="${control} height: 96px">ok bad words here</textarea></div>`,
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
