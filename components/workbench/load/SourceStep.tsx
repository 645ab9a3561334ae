import { useState } from 'react';
import { useTexts } from '../../../locales/context';

interface Props {
  onFile(file: File): void;
  onText(text: string): void;
}

/** A file, by choice or drop, or a text that is pasted. */
export function SourceStep({ onFile, onText }: Props) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  return (
    <div className="source-step">
      <label className="drop">
        <b>{t('load.drop')}</b>
        <span className="button">{t('load.choose')}</span>
        <input
          className="visually-hidden"
          type="file"
          accept=".json,.csv,.tsv,.tab,.txt,.xlsx,.xls,.yml,.yaml"
          data-chatside="load-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
        <small>{t('load.accepts')}</small>
      </label>
      <label className="field">
        {t('load.paste')}
        <textarea rows={5} value={text} onChange={(event) => setText(event.target.value)} data-chatside="load-paste" />
      </label>
      <button type="button" disabled={text.trim() === ''} onClick={() => onText(text)} data-chatside="load-pasted">
        {t('load.readPasted')}
      </button>
    </div>
  );
}
