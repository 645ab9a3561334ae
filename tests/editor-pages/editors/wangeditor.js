import { createEditor } from '@wangeditor/editor';
import '@wangeditor/editor/dist/css/style.css';

export function mount({ host, button, send, show }) {
  host.style.height = '160px';
  const submit = () => {
    if (send(editor.getText())) editor.clear();
  };
  // Before the editor breaks the line itself.
  host.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      submit();
    },
    true,
  );
  const editor = createEditor({
    selector: host,
    mode: 'simple',
    config: { placeholder: '请输入', onChange: (changed) => show(changed.getText()) },
  });
  button.addEventListener('click', submit);
}
