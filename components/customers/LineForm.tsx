import { useState } from 'react';
import type { Drafts } from './actions';

interface Props {
  /** Under which the text is kept while it is typed. */
  field: string;
  label: string;
  button: string;
  drafts: Drafts;
  /** Resolves to whether it is on the disk. */
  onKeep(text: string): Promise<boolean>;
}

/** One line of text with its button; Enter keeps it. */
export function LineForm({ field, label, button, drafts, onKeep }: Props) {
  const [text, setText] = useState(() => drafts.read(field));
  const write = (words: string) => {
    setText(words);
    drafts.keep(field, words);
  };
  return (
    <form
      className="line"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) void onKeep(text.trim()).then((kept) => kept && write(''));
      }}
    >
      <input aria-label={label} placeholder={label} value={text} maxLength={2000} onChange={({ target }) => write(target.value)} />
      <button type="submit" disabled={!text.trim()}>
        {button}
      </button>
    </form>
  );
}
