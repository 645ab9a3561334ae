import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

const empty = [{ type: 'paragraph', children: [{ text: '' }] }];
const textOf = (nodes) => nodes.map((node) => Node.string(node)).join('\n');

function Composer({ button, send, show }) {
  const [editor] = useState(() => withHistory(withReact(createEditor())));
  const submit = () => {
    if (!send(textOf(editor.children))) return;
    Transforms.delete(editor, {
      at: { anchor: Editor.start(editor, []), focus: Editor.end(editor, []) },
    });
  };
  useEffect(() => {
    button.addEventListener('click', submit);
    return () => button.removeEventListener('click', submit);
  });
  return (
    <Slate editor={editor} initialValue={empty} onChange={(value) => show(textOf(value))}>
      <Editable
        placeholder="Message"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
    </Slate>
  );
}

export function mount({ host, ...rest }) {
  createRoot(host).render(<Composer {...rest} />);
}
