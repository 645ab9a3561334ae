export function mount({ host, button, send, show }) {
  const box = document.createElement('textarea');
  box.placeholder = '请输入消息';
  host.append(box);
  const submit = () => {
    if (!send(box.value)) return;
    box.value = '';
    show('');
  };
  box.addEventListener('input', () => show(box.value));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  button.addEventListener('click', submit);
}
