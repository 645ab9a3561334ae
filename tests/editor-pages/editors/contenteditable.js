export function mount({ host, button, send, show }) {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.setAttribute('role', 'textbox');
  box.setAttribute('aria-label', '输入消息');
  host.append(box);
  const text = () => box.innerText.replaceAll('\u00A0', ' ').replace(/\n$/, '');
  const submit = () => {
    if (!send(text())) return;
    box.replaceChildren();
    show('');
  };
  box.addEventListener('input', () => show(text()));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  button.addEventListener('click', submit);
}
