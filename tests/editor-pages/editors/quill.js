import Quill from 'quill';
import 'quill/dist/quill.snow.css';

export function mount({ host, button, send, show }) {
  const box = document.createElement('div');
  host.append(box);
  const text = () => quill.getText().replace(/\n$/, '');
  const submit = () => {
    if (send(text())) quill.setContents([], 'user');
  };
  const quill = new Quill(box, {
    theme: 'snow',
    placeholder: 'Message',
    modules: {
      toolbar: false,
      keyboard: { bindings: { enter: { key: 'Enter', shiftKey: false, handler: () => void submit() } } },
    },
  });
  quill.on('text-change', () => show(text()));
  button.addEventListener('click', submit);
}
