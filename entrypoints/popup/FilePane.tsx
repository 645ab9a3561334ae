import { useLiveQuery } from '../../storage/use-live';
import { useState } from 'react';
import { FileView } from '../../components/customers/FileView';
import { MergeForm } from '../../components/customers/MergeForm';
import { Rights } from '../../components/customers/Rights';
import { UnlockForm } from '../../components/secrecy/UnlockForm';
import '../../components/secrecy/secrecy.css';
import { useTexts } from '../../locales/context';
import { personAsJson, personAsMarkdown } from '../../storage/export/person';
import { readFile } from '../../storage/files';
import { sealedFields } from '../../storage/sealing';
import type { WholeFile } from '../../storage/files';
import { joinFiles, partFile } from '../../storage/join';
import { erasePerson, heldOn } from '../../storage/person';
import type { Held } from '../../storage/person';
import { listFiles } from '../../storage/rows';
import type { SettingsInUse } from '../../storage/use-settings';
import { useVault } from '../../storage/use-vault';
import { unlockVault } from '../../storage/vault';
import { fileActions } from './file-actions';
import { saveFile } from './save-file';
import { useDrafts } from './use-drafts';
import type { Runner } from './use-status';

interface Props {
  id: string;
  openId: string | null;
  settings: SettingsInUse;
  runner: Runner;
  onBack: (() => void) | null;
  onGone(): void;
}

/** One file out of the store, as it changes. */
export function FilePane(props: Props) {
  const vault = useVault();
  const file = useLiveQuery(() => readFile(props.id), [props.id, vault]);
  if (!file || !vault) return null;
  const sealed = [file.customer, ...file.notes, ...file.complaints, ...file.followUps].some((one) => one.sealed !== undefined);
  // Where nothing is in it yet, the first letter of a field would be sealed and the second refused.
  const isLocked = sealed || (!vault.unlocked && vault.vault !== null && sealedFields('customers', file.customer.secrecy, vault.vault).length > 0);
  // Fields hold what is being typed: another file gets fields of its own, and so does one that was unlocked.
  return <Shown key={`${file.customer.id} ${isLocked}`} {...props} file={file} isLocked={isLocked} />;
}

const OTHERS = 8;

function Shown({ file, isLocked, openId, settings, runner, onBack, onGone }: Props & { file: WholeFile; isLocked: boolean }) {
  const { t } = useTexts();
  const { customer, joined } = file;
  const name = customer.name || t('customer.unnamed');
  const drafts = useDrafts(customer, file.complaints.map(({ id }) => id), runner);
  const [looked, setLooked] = useState(false);
  const held = useLiveQuery(() => (looked ? heldOn(customer.id) : null), [customer.id, looked]);
  if (!drafts) return null;
  const asText = (all: Held) => personAsMarkdown(all, t('file.title', { name }), t);
  const exportAs = (kind: 'json' | 'md') =>
    runner.run(async () => {
      const all = await heldOn(customer.id);
      if (!all) return;
      const text = kind === 'json' ? personAsJson(all, new Date()) : asText(all);
      runner.say({ text: t('popup.exported', { file: saveFile('chatside-customer', kind, text) }) });
    });
  const erase = () =>
    runner.run(async () => {
      await erasePerson(customer.id);
      onGone();
      runner.say({ text: t('file.erased', { name }) });
    });
  const find = async (query: string) => {
    const ours = new Set([customer.id, ...joined.map(({ id }) => id)]);
    return (await listFiles(query, 0, OTHERS + ours.size)).rows.filter((row) => !ours.has(row.customer.id)).slice(0, OTHERS);
  };
  return (
    <FileView
      file={file}
      isOpen={customer.id === openId}
      author={settings.agentName}
      drafts={drafts}
      actions={fileActions({ customer, settings, runner, t, onGone })}
      onBack={onBack}
      locked={isLocked ? <UnlockForm onUnlock={unlockVault} /> : null}
      more={
        <>
          <MergeForm
            customer={customer}
            joined={joined}
            find={find}
            onJoin={(other) => void runner.run(() => joinFiles(customer.id, other))}
            onPart={(other) => void runner.run(() => partFile(other))}
          />
          <Rights
            name={name}
            held={held ? { counts: Object.entries(held).map(([table, rows]) => ({ table, count: rows.length })), text: asText(held) } : null}
            onLook={() => setLooked(true)}
            onExport={(kind) => void exportAs(kind)}
            onErase={() => void erase()}
          />
        </>
      }
    />
  );
}
