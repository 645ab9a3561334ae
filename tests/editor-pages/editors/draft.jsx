import { ContentState, Editor, EditorState, RichUtils } from 'draft-js';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'draft-js/dist/Draft.css';

const textOf = (state) => state.getCurrentContent().getPlainText('\n');

function Composer({ button, send, show }) {
  const [state, setState] = useState(() => EditorState.createEmpty());
  useEffect(() => show(textOf(state)), [state, show]);
  const submit = () => {
    if (!send(textOf(state))) return;
    setState(EditorState.moveFocusToEnd(EditorState.push(state, ContentState.createFromText(''), 'remove-range')));
  };
  useEffect(() => {
    button.addEventListener('click', submit);
    return () => button.removeEventListener('click', submit);
  });
  return (
    <Editor
      editorState={state}
      onChange={setState}
      placeholder="Message"
      handleReturn={(event) => {
        if (event.shiftKey) {
          setState(RichUtils.insertSoftNewline(state));
          return 'handled';
        }
        submit();
        return 'handled';
      }}
    />
  );
}

export function mount({ host, ...rest }) {
  createRoot(host).render(<Composer {...rest} />);
}
