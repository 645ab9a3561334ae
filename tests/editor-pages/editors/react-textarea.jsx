import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Composer({ button, send, show }) {
  const [text, setText] = useState('');
  useEffect(() => show(text), [text, show]);
  const submit = () => {
    if (send(text)) setText('');
  };
  useEffect(() => {
    button.addEventListener('click', submit);
    return () => button.removeEventListener('click', submit);
  });
  return (
    <textarea
      value={text}
      placeholder="Message"
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
        event.preventDefault();
        submit();
      }}
    />
  );
}

export function mount({ host, ...rest }) {
  createRoot(host).render(<Composer {...rest} />);
}
