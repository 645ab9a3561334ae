import { defaultKeymap, history, historyKeymap, insertNewline } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';

export function mount({ host, button, send, show }) {
  const submit = () => {
    if (send(view.state.doc.toString())) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length } });
    }
    return true;
  };
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      extensions: [
        history(),
        placeholder('Message'),
        EditorView.lineWrapping,
        keymap.of([{ key: 'Enter', run: submit, shift: insertNewline }, ...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) show(update.state.doc.toString());
        }),
      ],
    }),
  });
  button.addEventListener('click', submit);
}
