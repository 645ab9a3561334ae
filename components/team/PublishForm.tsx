import { useState } from 'react';
import { useTexts } from '../../locales/context';
import type { Pack } from '../../packs/format';
import { textIn } from '../../packs/local-text';
import { showFingerprint } from '../../packs/publishing/published';

interface Props {
  packs: Pack[];
  /** What came of the last press: a sentence. */
  said: { kind: 'done' | 'fault'; text: string } | null;
  /** Of the key that was made or used last, 64 hex digits. */
  fingerprint: string | null;
  onMakeKey(): void;
  onPublish(pack: Pack, key: File, last: File | null): void;
}

/** Makes the signed file of a pack that a team subscribes to. The key is read for it and forgotten. */
export function PublishForm({ packs, said, fingerprint, onMakeKey, onPublish }: Props) {
  const { t, language } = useTexts();
  const [id, setId] = useState('');
  const [key, setKey] = useState<File | null>(null);
  const [last, setLast] = useState<File | null>(null);
  const pack = packs.find((one) => one.id === id) ?? packs[0];
  return (
    <form
      className="settings wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (pack && key) onPublish(pack, key, last);
      }}
    >
      {pack ? (
        <label>
          {t('team.pack')}
          <select value={pack.id} onChange={({ target }) => setId(target.value)}>
            {packs.map((one) => (
              <option key={one.id} value={one.id}>
                {textIn(one.name, language)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p className="hint">{t('team.noPacks')}</p>
      )}
      <label>
        {t('team.key')}
        <input type="file" accept=".json" onChange={({ target }) => setKey(target.files?.[0] ?? null)} />
      </label>
      <label>
        {t('team.last')}
        <input type="file" accept=".json" onChange={({ target }) => setLast(target.files?.[0] ?? null)} />
      </label>
      <div className="line">
        <button type="submit" disabled={!pack || !key}>
          {t('team.publishNow')}
        </button>
        <button type="button" onClick={onMakeKey}>
          {t('team.makeKey')}
        </button>
      </div>
      {said && (
        <p className="status" role={said.kind === 'fault' ? 'alert' : 'status'}>
          {said.text}
        </p>
      )}
      {fingerprint && (
        <p>
          {t('team.yourFingerprint')}
          <br />
          <code className="fingerprint">{showFingerprint(fingerprint)}</code>
        </p>
      )}
    </form>
  );
}
