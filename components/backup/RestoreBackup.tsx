import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';

/** What a backup file would bring. */
export interface BackupPreview {
  file: string;
  /** ISO 8601. */
  madeAt: string;
  /** Records in the file and here, of the tables that a person knows by name. */
  tables: { name: 'customers' | 'notes' | 'complaints' | 'followUps' | 'waits' | 'packs' | 'handovers'; count: number; here: number }[];
}

interface Props {
  /** Reads the file; null: it needs a passphrase. Rejects with the fault. */
  onOpen(file: File, passphrase: string | null): Promise<BackupPreview | null>;
  /** Both resolve to the sentence that says what was done. */
  onReplace(): Promise<string>;
  onMerge(): Promise<string>;
}

/** Takes a backup back in: always a preview first, then all of it in the place of what is here, or the customer files beside it. */
export function RestoreBackup({ onOpen, onReplace, onMerge }: Props) {
  const { t, language } = useTexts();
  const [file, setFile] = useState<File | null>(null);
  const [asked, setAsked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  const [said, setSaid] = useState<{ text: string; wrong: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [sure, setSure] = useState(false);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setSaid(null);
    await work().catch((error: unknown) => setSaid({ text: sentenceOf(t, faultOf(error)), wrong: true }));
    setBusy(false);
  };
  const open = (chosen: File, secret: string | null) =>
    run(async () => {
      const found = await onOpen(chosen, secret);
      setAsked(found === null);
      setPreview(found);
    });
  const done = (work: () => Promise<string>) =>
    run(async () => {
      const text = await work();
      setPreview(null);
      setSure(false);
      setSaid({ text, wrong: false });
    });
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setPreview(null);
    setAsked(false);
    setPassphrase('');
    setSure(false);
    if (chosen) void open(chosen, null);
  };
  return (
    <>
      <label>
        {t('backup.choose')}
        <input type="file" accept=".json" onChange={({ target }) => choose(target.files?.[0] ?? null)} />
      </label>
      {asked && file && (
        <form
          className="line"
          onSubmit={(event) => {
            event.preventDefault();
            void open(file, passphrase);
          }}
        >
          <label>
            {t('backup.passphrase')}
            <input type="password" autoComplete="off" value={passphrase} onChange={({ target }) => setPassphrase(target.value)} />
          </label>
          <button type="submit">{t('backup.open')}</button>
        </form>
      )}
      {busy && <p role="status">{t('backup.working')}</p>}
      {said && <p role={said.wrong ? 'alert' : 'status'}>{said.text}</p>}
      {preview && !busy && (
        <div data-chatside="backup-preview">
          <p>{t('backup.preview', { file: preview.file, date: new Date(preview.madeAt).toLocaleString(language) })}</p>
          <ul>
            {preview.tables.map(({ name, count, here }) => (
              <li key={name}>
                {t(`backup.tables.${name}`)}: {t('backup.records', { count })} <span className="hint">({t('backup.here', { count: here })})</span>
              </li>
            ))}
          </ul>
          <p className="hint">{t('backup.mergeHint')}</p>
          <div className="line">
            <button type="button" onClick={() => void done(onMerge)}>
              {t('backup.merge')}
            </button>
            <button type="button" onClick={() => (sure ? void done(onReplace) : setSure(true))}>
              {t(sure ? 'backup.reallyReplace' : 'backup.replace')}
            </button>
          </div>
        </div>
      )}
    </>
  );
}
