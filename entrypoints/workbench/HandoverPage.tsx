import { useLiveQuery } from '../../storage/use-live';
import { useEffect, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { SheetList } from '../../components/handover/SheetList';
import { ShiftForm } from '../../components/handover/ShiftForm';
import { sheetFromFile } from '../../handover/file';
import { stateOf } from '../../handover/sheet';
import type { Sheet } from '../../handover/sheet';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';
import { allSheets, draftFor, importSheet, removeSheet } from '../../storage/handovers';
import { recoverTyping } from '../../storage/sheet-typing';
import { changeSettings } from '../../storage/settings';
import { useSettings } from '../../storage/use-settings';
import type { SettingsInUse } from '../../storage/use-settings';
import { ClockTabs } from './ClockTabs';
import { OpenSheet } from './OpenSheet';

/** Before any sheet is shown: a field shows what was typed last. */
const recovered = recoverTyping().catch(() => undefined);

/** The handover from one shift to the next: the sheet in hand, and those before it. */
export function HandoverPage({ params }: { params: { id?: string } }) {
  const settings = useSettings();
  const sheets = useLiveQuery(async () => {
    // `Promise.resolve` in a live query is Dexie's own: after a bare wait for anything else it would follow no change.
    await Promise.resolve(recovered);
    return allSheets();
  });
  return settings && sheets ? <Loaded settings={settings} sheets={sheets} id={params.id ?? null} /> : null;
}

function Loaded({ settings, sheets, id }: { settings: SettingsInUse; sheets: Sheet[]; id: string | null }) {
  const { t } = useTexts();
  const [, go] = useHashLocation();
  const [said, setSaid] = useState('');
  const show = (sheet: string) => go(`/clock/handover/${sheet}`);
  // Without a choice: the newest that is still in somebody's hands.
  const shown = sheets.find((sheet) => (id === null ? stateOf(sheet) !== 'taken' : sheet.id === id)) ?? null;
  const { from, to } = settings.shift;
  const wantsDraft = id === null && (shown === null || stateOf(shown) === 'draft');
  const shownId = shown?.id ?? null;
  useEffect(() => {
    if (wantsDraft) void draftFor({ from, to }, Date.now());
  }, [wantsDraft, shownId, from, to]);

  const read = async (file: File | undefined) => {
    if (!file) return;
    try {
      const sheet = sheetFromFile(await file.text(), file.name);
      await importSheet(sheet, file.name);
      setSaid(t('handover.imported', { file: file.name }));
      show(sheet.id);
    } catch (error) {
      setSaid(sentenceOf(t, faultOf(error)));
    }
  };
  return (
    <>
      <ClockTabs />
      <h1>{t('handover.title')}</h1>
      <p className="hint no-print">{t('handover.intro')}</p>
      <div className="line no-print">
        <label className="file-button">
          {t('handover.import')}
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => {
              void read(target.files?.[0]);
              // The same file may be chosen once more.
              target.value = '';
            }}
          />
        </label>
        {shown && stateOf(shown) !== 'draft' && (
          <button type="button" onClick={() => void draftFor({ from, to }, Date.now()).then((draft) => show(draft.id))}>
            {t('handover.next')}
          </button>
        )}
        <span role="status">{said}</span>
      </div>
      {shown && <OpenSheet key={shown.id} sheet={shown} settings={settings} onSaid={setSaid} onRemoved={() => go('/clock/handover')} />}
      {!shown && id !== null && <p className="hint">{t('handover.gone')}</p>}
      <SheetList sheets={sheets.filter(({ signed }) => signed)} onShow={show} onRemove={(sheet) => void removeSheet(sheet)} />
      <ShiftForm
        shift={settings.shift}
        remind={settings.remindHandover}
        onShift={(shift) => void changeSettings({ shift })}
        onRemind={(remindHandover) => void changeSettings({ remindHandover })}
      />
    </>
  );
}
