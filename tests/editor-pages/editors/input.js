export function mount({ host, button, send, show }) {
  const form = document.createElement('form');
  const box = document.createElement('input');
  box.placeholder = 'Message';
  form.append(box);
  host.append(form);
  button.type = 'submit';
  form.append(button);
  box.addEventListener('input', () => show(box.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!send(box.value)) return;
    form.reset();
    show('');
  });
}
