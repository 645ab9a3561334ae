import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { $getRoot, CLEAR_EDITOR_COMMAND, COMMAND_PRIORITY_HIGH, KEY_ENTER_COMMAND } from 'lexical';
import { ClearEditorPlugin } from '@lexical/react/LexicalClearEditorPlugin';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';

/** One line a paragraph. */
const textOf = () => $getRoot().getChildren().map((child) => child.getTextContent()).join('\n');

function Sender({ button, send }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    const submit = () => {
      if (send(editor.getEditorState().read(textOf))) editor.dispatchCommand(CLEAR_EDITOR_COMMAND, undefined);
    };
    button.addEventListener('click', submit);
    const off = editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.shiftKey || event?.isComposing) return false;
        event?.preventDefault();
        submit();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
    return () => {
      off();
      button.removeEventListener('click', submit);
    };
  }, [editor, button, send]);
  return null;
}

function Composer({ button, send, show }) {
  const config = {
    namespace: 'chat',
    theme: {},
    onError: (error) => {
      throw error;
    },
  };
  return (
    <LexicalComposer initialConfig={config}>
      <RichTextPlugin
        contentEditable={<ContentEditable aria-placeholder="Message" placeholder={<div className="hint">Message</div>} />}
        ErrorBoundary={LexicalErrorBoundary}
      />
      <HistoryPlugin />
      <ClearEditorPlugin />
      <OnChangePlugin onChange={(state) => show(state.read(textOf))} />
      <Sender button={button} send={send} />
    </LexicalComposer>
  );
}

export function mount({ host, ...rest }) {
  createRoot(host).render(<Composer {...rest} />);
}
