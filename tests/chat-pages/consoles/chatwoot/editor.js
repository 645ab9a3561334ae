import { baseKeymap, chainCommands, createParagraphNear, liftEmptyBlock, newlineInCode, splitBlock } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';

/** The usual ProseMirror placeholder: a decoration on the only, empty block. */
const placeholder = (text) =>
  new Plugin({
    props: {
      decorations({ doc }) {
        if (doc.childCount !== 1 || doc.firstChild.content.size > 0) return null;
        return DecorationSet.create(doc, [Decoration.node(0, doc.firstChild.nodeSize, { class: 'empty-node', 'data-placeholder': text })]);
      },
    },
  });

export function createEditor(place, options) {
  const newline = chainCommands(newlineInCode, createParagraphNear, liftEmptyBlock, splitBlock);
  const plugins = [
    history(),
    keymap({ 'Mod-Enter': () => (options.send(), true), 'Shift-Enter': newline, 'Mod-z': undo, 'Mod-y': redo }),
    keymap(baseKeymap),
    placeholder(options.placeholder),
  ];
  const fresh = () => EditorState.create({ schema, plugins });
  const view = new EditorView(place, { state: fresh(), attributes: { class: 'ProseMirror-woot-style' } });
  return {
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, '\n'),
    clear: () => view.updateState(fresh()),
    destroy: () => view.destroy(),
  };
}
