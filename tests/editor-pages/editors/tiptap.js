import { Editor, Extension } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

export function mount({ host, button, send, show }) {
  const text = (editor) => editor.getText({ blockSeparator: '\n' });
  const submit = () => {
    if (send(text(editor))) editor.commands.clearContent(true);
    return true;
  };
  const SendOnEnter = Extension.create({
    name: 'sendOnEnter',
    addKeyboardShortcuts: () => ({ Enter: submit }),
  });
  const editor = new Editor({
    element: host,
    extensions: [StarterKit, SendOnEnter],
    onUpdate: ({ editor: changed }) => show(text(changed)),
  });
  button.addEventListener('click', submit);
}
