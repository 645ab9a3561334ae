import type { NewEntry } from '../../components/customers/actions';
import { addComplaint } from '../../storage/complaints';
import type { CustomerRef } from '../../storage/customers';
import { addFollowUp } from '../../storage/follow-ups';
import { addNote } from '../../storage/notes';
import type { Settings } from '../../storage/settings';
import type { Runner } from './use-status';

/** Writes an entry into this person's file, which is made where there is none; resolves to whether it is on the disk. */
export async function addTo(
  who: CustomerRef,
  entry: NewEntry,
  { agentName, complaintLimits }: Pick<Settings, 'agentName' | 'complaintLimits'>,
  { run }: Runner,
): Promise<boolean> {
  const added = await run(async () => {
    if (entry.kind === 'note') return addNote(who, entry.text, agentName);
    if (entry.kind === 'complaint') return addComplaint(who, entry, complaintLimits, agentName);
    return addFollowUp(who, entry, agentName);
  });
  return added !== undefined;
}
