import { baseKeymap, splitBlock } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';

export function mount({ host, button, send, show }) {
  const text = (state) => state.doc.textBetween(0, state.doc.content.size, '\n', '\n');
  const submit = () => {
    if (send(text(view.state))) {
      const { tr } = view.state;
      view.dispatch(tr.delete(0, tr.doc.content.size));
    }
    return true;
  };
  const view = new EditorView(host, {
    state: EditorState.create({
      schema,
      plugins: [
        history(),
        keymap({ Enter: submit, 'Shift-Enter': splitBlock, 'Mod-z': undo, 'Mod-y': redo }),
        keymap(baseKeymap),
      ],
    }),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) show(text(view.state));
    },
  });
  button.addEventListener('click', submit);
}
