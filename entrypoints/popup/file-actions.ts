import type { FileActions } from '../../components/customers/actions';
import type { Translate } from '../../locales';
import * as complaints from '../../storage/complaints';
import * as customers from '../../storage/customers';
import * as followUps from '../../storage/follow-ups';
import * as notes from '../../storage/notes';
import type { CustomerFile } from '../../storage/records-customers';
import type { Settings } from '../../storage/settings';
import { addTo } from './add-entry';
import type { Runner } from './use-status';

interface Deps {
  customer: CustomerFile;
  settings: Pick<Settings, 'agentName' | 'complaintLimits'>;
  runner: Runner;
  t: Translate;
  /** The file is gone. */
  onGone(): void;
}

/** What can be done with a stored file. */
export function fileActions({ customer, settings, runner, t, onGone }: Deps): FileActions {
  const { run, say } = runner;
  const done = async (action: () => Promise<unknown>) => (await run(async () => (await action(), true))) ?? false;
  const removed = (what: customers.Removed) => say({ text: t('popup.deleted'), undo: () => customers.restore(what) });
  return {
    change: (change) => void run(() => customers.changeCustomer(customer.id, change)),
    add: (entry) => addTo(customer, entry, settings, runner),
    changeNote: (id, text) => void run(() => notes.changeNote(id, text)),
    changeComplaint: (id, change) => done(() => complaints.changeComplaint(id, change)),
    changeFollowUp: (id, change) => done(() => followUps.changeFollowUp(id, change)),
    removeEntry: (kind, id) =>
      void run(async () => {
        if (kind === 'note') {
          const note = await notes.removeNote(id);
          if (note) removed({ notes: [note] });
        } else if (kind === 'complaint') {
          const complaint = await complaints.removeComplaint(id);
          if (complaint) removed({ complaints: [complaint] });
        } else {
          const followUp = await followUps.removeFollowUp(id);
          if (followUp) removed({ followUps: [followUp] });
        }
      }),
    review: () => void run(() => customers.reviewCustomer(customer.id)),
    remove: () =>
      void run(async () => {
        onGone();
        const file = await customers.removeCustomer(customer.id);
        if (file) removed(file);
      }),
  };
}
