import { useState } from 'react';
import { NewPassphrase } from '../../components/secrecy/NewPassphrase';
import { RecoverySheet } from '../../components/secrecy/RecoverySheet';
import { UnlockForm } from '../../components/secrecy/UnlockForm';
import '../../components/secrecy/secrecy.css';
import { faultOf, sentenceOf } from '../../locales/fault';
import { useTexts } from '../../locales/context';
import { chooseSealContacts } from '../../storage/files';
import { useVault } from '../../storage/use-vault';
import { chooseIdleMinutes, lockVault, newRecoverySheet, setPassphrase, setUpVault, unlockVault } from '../../storage/vault';
import type { StoredVault } from '../../storage/records-vault';

/** The passphrase of the confidential files, its recovery sheet, and when they are locked. */
export function SecrecySection() {
  const { t } = useTexts();
  const state = useVault();
  const [sheet, setSheet] = useState<{ code: string; at: number; replaces: boolean } | null>(null);
  if (!state) return null;
  return (
    <fieldset className="settings" id="secrecy">
      <legend>{t('secrecy.heading')}</legend>
      <p className="hint">{t('secrecy.intro')}</p>
      {sheet ? (
        <RecoverySheet {...sheet} onPrint={() => window.print()} onKept={() => setSheet(null)} />
      ) : !state.vault ? (
        <>
          <p className="status">{t('secrecy.warning')}</p>
          <NewPassphrase action={t('secrecy.setUp')} onChoose={async (passphrase) => setSheet({ code: await setUpVault(passphrase), at: Date.now(), replaces: false })} />
        </>
      ) : (
        <>
          {state.unlocked ? <Unlocked vault={state.vault} onSheet={(code) => setSheet({ code, at: Date.now(), replaces: true })} /> : <Locked />}
          <Choices vault={state.vault} />
        </>
      )}
    </fieldset>
  );
}

function Locked() {
  const { t } = useTexts();
  return (
    <>
      <p>{t('secrecy.isLocked')}</p>
      <UnlockForm onUnlock={unlockVault} />
    </>
  );
}

function Unlocked({ vault, onSheet }: { vault: StoredVault; onSheet(code: string): void }) {
  const { t } = useTexts();
  const [changed, setChanged] = useState(false);
  const change = async (passphrase: string) => {
    await setPassphrase(passphrase);
    setChanged(true);
  };
  return (
    <>
      <p role="status">{changed ? t('secrecy.changed') : t('secrecy.isUnlocked', { count: vault.idleMinutes })}</p>
      <div className="line">
        <button type="button" onClick={() => void lockVault()}>
          {t('secrecy.lock')}
        </button>
        <button type="button" onClick={() => void newRecoverySheet().then(onSheet)}>
          {t('secrecy.newSheet')}
        </button>
      </div>
      <details>
        <summary>{t('secrecy.change')}</summary>
        <NewPassphrase action={t('secrecy.change')} onChoose={change} />
      </details>
    </>
  );
}

function Choices({ vault }: { vault: StoredVault }) {
  const { t } = useTexts();
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={vault.sealContacts} onChange={({ target }) => {
            setWrong(null);
            chooseSealContacts(target.checked).catch((error: unknown) => setWrong(sentenceOf(t, faultOf(error))));
          }} />
        {t('secrecy.sealContacts')}
      </label>
      {wrong && <p role="alert">{wrong}</p>}
      <label>
        {t('secrecy.idleMinutes')}
        <input
          type="number"
          min={1}
          max={480}
          defaultValue={vault.idleMinutes}
          onChange={({ target }) => {
            if (target.validity.valid && target.value) void chooseIdleMinutes(target.valueAsNumber);
          }}
        />
      </label>
    </>
  );
}
