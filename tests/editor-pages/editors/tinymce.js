import tinymce from 'tinymce/tinymce';
import 'tinymce/icons/default';
import 'tinymce/themes/silver';
import 'tinymce/models/dom';
import 'tinymce/skins/ui/oxide/skin.js';
import 'tinymce/skins/ui/oxide/content.js';
import 'tinymce/skins/content/default/content.js';

export async function mount({ host, button, send, show }) {
  const box = document.createElement('textarea');
  host.append(box);
  const text = (editor) => {
    const page = new DOMParser().parseFromString(editor.getContent(), 'text/html');
    for (const line of page.querySelectorAll('br')) line.replaceWith('\n');
    return [...page.body.children]
      .map((block) => block.textContent.replaceAll('\u00A0', ' '))
      .join('\n');
  };
  const [editor] = await tinymce.init({
    target: box,
    license_key: 'gpl',
    menubar: false,
    toolbar: false,
    statusbar: false,
    height: 160,
    setup(created) {
      created.on('keydown', (event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        submit(created);
      });
      created.on('input Change Undo Redo SetContent', () => show(text(created)));
    },
  });
  function submit(target) {
    if (send(text(target))) target.resetContent();
  }
  button.addEventListener('click', () => submit(editor));
}
