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
      keyboard: { bindings: { send: { key: 'Enter', shiftKey: false, handler: () => void submit() } } },
    },
  });
  // Quill's own binding for Enter is registered before a module's options: ours goes first.
  const bindings = quill.keyboard.bindings.Enter;
  bindings.unshift(bindings.splice(bindings.findIndex((each) => each.handler?.toString().includes('submit')), 1)[0]);
  quill.on('text-change', () => show(text()));
  button.addEventListener('click', submit);
}
