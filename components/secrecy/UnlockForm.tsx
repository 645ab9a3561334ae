import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';

interface Props {
  /** Rejects with the fault when it was wrong. */
  onUnlock(secret: string, by: 'passphrase' | 'recovery'): Promise<void>;
}

/** Asks for the passphrase, or for the code of the recovery sheet. What was typed stays when it was wrong. */
export function UnlockForm({ onUnlock }: Props) {
  const { t } = useTexts();
  const [secret, setSecret] = useState('');
  const [by, setBy] = useState<'passphrase' | 'recovery'>('passphrase');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const unlock = async () => {
    setBusy(true);
    setWrong(null);
    await onUnlock(secret, by).catch((error: unknown) => {
      setWrong(sentenceOf(t, faultOf(error)));
      setBusy(false);
    });
  };
  return (
    <form
      className="unlock"
      data-chatside="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && secret) void unlock();
      }}
    >
      <label>
        {t(by === 'recovery' ? 'secrecy.code' : 'secrecy.passphrase')}
        <input
          type={by === 'recovery' ? 'text' : 'password'}
          autoComplete="off"
          maxLength={500}
          value={secret}
          onChange={({ target }) => setSecret(target.value)}
        />
      </label>
      <div className="line">
        <button type="submit">{t(busy ? 'secrecy.working' : 'secrecy.unlock')}</button>
        {by === 'passphrase' && (
          <button type="button" className="quiet" onClick={() => setBy('recovery')}>
            {t('secrecy.forgotten')}
          </button>
        )}
      </div>
      {wrong && <p role="alert">{wrong}</p>}
    </form>
  );
}
