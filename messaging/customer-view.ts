import type { WholeFile } from '../storage/files';
import type { CustomerView } from './protocol';

/**
 * A customer's file as the shop's page may see it: of a file that is not open only how much there
 * is, of an open one nothing that is sealed.
 */
export function viewOf(file: WholeFile | null): CustomerView {
  if (!file) return { id: null, secrecy: 'open', customerClass: null, notes: [], noteCount: 0, openComplaints: 0, promises: [], promiseCount: 0 };
  const { customer, notes, complaints, followUps } = file;
  const isOpen = customer.secrecy === 'open';
  const mayShow = (entry: { sealed?: unknown }) => isOpen && entry.sealed === undefined;
  const promises = followUps.filter(({ kind, doneAt }) => kind === 'promise' && doneAt === null).sort((a, b) => a.dueAt - b.dueAt);
  return {
    id: customer.id,
    secrecy: customer.secrecy,
    customerClass: isOpen ? customer.customerClass : null,
    notes: notes.filter(mayShow).map(({ id, text, author, createdAt }) => ({ id, text, author, createdAt })),
    noteCount: notes.length,
    openComplaints: complaints.filter(({ closedAt }) => closedAt === null).length,
    promises: promises.filter(mayShow).map(({ id, text, dueAt }) => ({ id, text, dueAt })),
    promiseCount: promises.length,
  };
}
