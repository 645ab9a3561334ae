import { useId } from 'react';
import { useTexts } from '../../../locales/context';

interface Props {
  bubbles: readonly string[];
  language: string;
  onChange(bubbles: string[]): void;
}

/** Marks that a message can hold, as docs/templates.md has them. */
const marks = ['{customer}', '{agent}', '{shop}', '{order}', '{item}', '{greeting}', '{date+3d}', '{choose:A|B}', '{?…}', '{cursor}'];
const MOST = 20;

/** The messages of a reply, one field each, with the marks at hand. */
export function Messages({ bubbles, language, onChange }: Props) {
  const { t } = useTexts();
  const id = useId();
  const change = (at: number, text: string) => onChange(bubbles.map((bubble, index) => (index === at ? text : bubble)));
  return (
    <div className="messages">
      {bubbles.map((bubble, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- messages have no names; their place is what they are
        <div key={at} className="message">
          <label htmlFor={`${id}${at}`}>{bubbles.length > 1 ? t('packs.messageNumber', { number: at + 1 }) : t('packs.message')}</label>
          <textarea id={`${id}${at}`} rows={bubble.length > 120 ? 5 : 3} lang={language} value={bubble} onChange={(event) => change(at, event.target.value)} data-chatside="pack-message" />
          <div className="marks" role="group" aria-label={t('packs.marks')}>
            {marks.map((mark) => (
              <button key={mark} type="button" className="plain" onClick={() => insert(`${id}${at}`, mark)}>
                {mark}
              </button>
            ))}
            {bubbles.length > 1 && (
              <button type="button" className="plain" aria-label={t('packs.removeMessage', { number: at + 1 })} onClick={() => onChange(bubbles.filter((_, index) => index !== at))}>
                ✕
              </button>
            )}
          </div>
        </div>
      ))}
      {bubbles.length < MOST && (
        <button type="button" className="plain" onClick={() => onChange([...bubbles, ''])}>
          + {t('packs.addMessage')}
        </button>
      )}
    </div>
  );
}

/** As if it was typed, so that the field's own undo takes it back. */
function insert(field: string, text: string): void {
  document.getElementById(field)?.focus();
  document.execCommand('insertText', false, text);
}
