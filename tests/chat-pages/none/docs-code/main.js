import { EditorView, basicSetup } from 'codemirror';

const view = new EditorView({
  doc: "const text = await read('notes.txt');\nconsole.log(text.length);\n",
  extensions: [basicSetup],
  parent: document.querySelector('#editor'),
});
const out = document.querySelector('#out');
document.querySelector('#run').addEventListener('click', () => {
  out.textContent += `> ${view.state.doc.lines} lines\n`;
});
