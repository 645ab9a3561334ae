import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { PASSPHRASE_MIN } from '../../secrecy/vault';

interface Props {
  /** What the button says. */
  action: string;
  onChoose(passphrase: string): Promise<void>;
}

/** Asks twice for a passphrase. */
export function NewPassphrase({ action, onChoose }: Props) {
  const { t } = useTexts();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = async () => {
    if ([...first.trim()].length < PASSPHRASE_MIN) return setWrong(t('secrecy.tooShort', { count: PASSPHRASE_MIN }));
    if (first !== second) return setWrong(t('secrecy.different'));
    setWrong(null);
    setBusy(true);
    await onChoose(first).finally(() => setBusy(false));
    setFirst('');
    setSecond('');
  };
  const field = (label: string, value: string, set: (value: string) => void) => (
    <label>
      {label}
      <input type="password" autoComplete="new-password" maxLength={500} value={value} onChange={({ target }) => set(target.value)} />
    </label>
  );
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void choose();
      }}
    >
      {field(t('secrecy.newPassphrase'), first, setFirst)}
      {field(t('secrecy.again'), second, setSecond)}
      {wrong && <p role="alert">{wrong}</p>}
      <button type="submit">{busy ? t('secrecy.working') : action}</button>
    </form>
  );
}
