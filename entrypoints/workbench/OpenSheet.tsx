import { useLiveQuery } from '../../storage/use-live';
import { useEffect, useState } from 'react';
import { SheetView } from '../../components/handover/SheetView';
import { SureButton } from '../../components/page/SureButton';
import { sheetAsFile } from '../../handover/file';
import * as steps from '../../handover/steps';
import { stateOf } from '../../handover/sheet';
import type { Sheet } from '../../handover/sheet';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';
import { keepTyped, readTyped } from '../../storage/drafts';
import { changeSheet, fillSheet, removeSheet } from '../../storage/handovers';
import { pendingAt } from '../../storage/pending';
import { typePoint, typingDone } from '../../storage/sheet-typing';
import type { SettingsInUse } from '../../storage/use-settings';
import { saveFile } from '../popup/save-file';

interface Props {
  sheet: Sheet;
  settings: SettingsInUse;
  onSaid(text: string): void;
  onRemoved(): void;
}

/** One sheet, stored at every keystroke; a draft is filled as things change. */
export function OpenSheet({ sheet, settings, onSaid, onRemoved }: Props) {
  const { t } = useTexts();
  const { id } = sheet;
  const [openedAt] = useState(() => Date.now());
  const isDraft = stateOf(sheet) === 'draft';
  const { from, to } = sheet.shift;
  const pending = useLiveQuery(() => (isDraft ? pendingAt({ from, to }, Date.now()) : null), [isDraft, from, to]);
  useEffect(() => {
    if (pending) void fillSheet(id, pending, Date.now());
  }, [id, pending]);

  const failed = (error: unknown) => onSaid(sentenceOf(t, faultOf(error)));
  const step = (change: (before: Sheet, now: number) => Sheet) =>
    void typingDone()
      .then(() => changeSheet(id, (before) => change(before, Date.now())))
      .catch(failed);
  // Before signing it is the one who leaves, afterwards whoever opens the sheet.
  const [name, setName] = useName(isDraft ? `handover leaver ${id}` : `handover comer ${id}`, isDraft ? settings.agentName : '');
  const named = (change: (before: Sheet, by: string, now: number) => Sheet, by = name) => {
    if (!by.trim()) return onSaid(t('handover.nameFirst'));
    onSaid('');
    return step((before, now) => change(before, by, now));
  };
  return (
    <>
      <SheetView
        sheet={sheet}
        now={openedAt}
        keepTimes={settings.keepTimes}
        name={name}
        onName={setName}
        actions={{
          onWrite: (point, text) => void typePoint(id, point, text).catch(failed),
          onAdd: (kind) => step((before, now) => steps.add(before, { id: crypto.randomUUID(), kind, text: '' }, now)),
          onStrike: (point) => step((before, now) => steps.strike(before, point, now)),
          onSign: () => named(steps.sign),
          onTake: (point) => named((before, by, now) => steps.take(before, point, by, now)),
          onSendBack: (point, why) => named((before, by, now) => steps.sendBack(before, point, by, why, now)),
          onHandAgain: (point) => named((before, by, now) => steps.handAgain(before, point, by, now), sheet.signed?.name),
          onTakeOver: () => named(steps.takeOver),
        }}
      />
      <div className="line no-print">
        <button type="button" onClick={() => window.print()}>
          {t('handover.print')}
        </button>
        <button type="button" onClick={() => onSaid(t('handover.exported', { file: saveFile('chatside-handover', 'json', sheetAsFile(sheet)) }))}>
          {t('handover.export')}
        </button>
        {isDraft && <SureButton ask={t('handover.discard')} sure={t('handover.discardSure')} onSure={() => void removeSheet(id).then(onRemoved)} />}
      </div>
    </>
  );
}

/** A name that is being written, kept as it is typed. */
function useName(field: string, usual: string): [string, (name: string) => void] {
  const [typed, setTyped] = useState<{ field: string; name: string } | null>(null);
  useEffect(() => {
    void readTyped(field).then((name) => name && setTyped((now) => now ?? { field, name }));
  }, [field]);
  const keep = (name: string) => {
    setTyped({ field, name });
    void keepTyped(field, name);
  };
  return [typed?.field === field ? typed.name : usual, keep];
}
