import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { parseFingerprint } from '../../packs/publishing/published';

interface Props {
  /** Addresses that are subscribed to. */
  known: string[];
  /** Called right in the click, since the browser asks for access only then; true when it was allowed. */
  onSubscribe(url: string, fingerprint: string): Promise<boolean>;
}

/** Asks for the address of a published pack and the fingerprint of its key. */
export function SubscribeForm({ known, onSubscribe }: Props) {
  const { t } = useTexts();
  const [url, setUrl] = useState('');
  const [fingerprint, setFingerprint] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async () => {
    const address = URL.parse(url.trim());
    const hex = parseFingerprint(fingerprint);
    if (!address || !/^https?:$/.test(address.protocol)) return setWrong(t('team.badUrl'));
    if (!hex) return setWrong(t('team.badFingerprint'));
    if (known.includes(address.href)) return setWrong(t('team.known'));
    if (!(await onSubscribe(address.href, hex))) return setWrong(t('team.refused', { host: address.host }));
    setWrong(null);
    setUrl('');
    setFingerprint('');
  };
  return (
    <form
      className="settings wide"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <label>
        {t('team.url')}
        <input value={url} maxLength={2000} inputMode="url" placeholder="https://…" onChange={({ target }) => setUrl(target.value)} />
      </label>
      <label>
        {t('team.fingerprint')}
        <input value={fingerprint} maxLength={200} aria-describedby="fingerprint-hint" onChange={({ target }) => setFingerprint(target.value)} />
        <span id="fingerprint-hint" className="hint">
          {t('team.fingerprintHint')}
        </span>
      </label>
      {wrong && (
        <p className="status" role="alert">
          {wrong}
        </p>
      )}
      <button type="submit">{t('team.subscribe')}</button>
    </form>
  );
}
