import { ClassicEditor, Essentials, Paragraph, Bold } from 'ckeditor5';
import 'ckeditor5/ckeditor5.css';

export async function mount({ host, button, send, show }) {
  const box = document.createElement('div');
  host.append(box);
  const editor = await ClassicEditor.create(box, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold],
    toolbar: ['bold'],
  });
  const text = () =>
    [...editor.model.document.getRoot().getChildren()]
      .map((block) =>
        [...block.getChildren()].map((node) => (node.is('$text') ? node.data : '\n')).join(''),
      )
      .join('\n');
  const submit = () => {
    if (send(text())) editor.setData('');
  };
  editor.model.document.on('change:data', () => show(text()));
  editor.editing.view.document.on(
    'enter',
    (event, data) => {
      if (data.isSoft) return;
      data.preventDefault();
      event.stop();
      submit();
    },
    { priority: 'high' },
  );
  button.addEventListener('click', submit);
}
