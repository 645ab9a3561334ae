import type { Translate } from '../../locales';
import type { WholeFile } from '../files';

/** The columns of a table of customers, one row an entry of the timeline. */
export function exportHead(t: Translate): string[] {
  return [
    t('clock.site'), t('popup.name'), t('export.otherNames'), t('popup.contact'), t('popup.address'), t('popup.product'), t('export.model'),
    t('export.purchaseDate'), t('export.orderNumbers'), t('popup.class'), t('export.classReason'), t('popup.tags'), t('export.secrecy'), t('export.owner'),
    t('export.kind'), t('popup.note'), t('popup.author'), t('popup.written'), t('export.due'), t('export.state'),
  ];
}

/** The rows of one person; one without entries where nothing was written. */
export function exportRows(file: WholeFile, t: Translate): string[][] {
  const { customer } = file;
  const about = [
    customer.site, customer.name, customer.otherNames.join(', '), customer.contact, customer.address, customer.product, customer.model,
    customer.purchaseDate, customer.orderNumbers.join(', '), customer.customerClass ?? '', customer.classReason, customer.tags.join(', '), t(`export.secrecies.${customer.secrecy}`), customer.owner,
  ];
  const entries = entriesOf(file, t);
  if (entries.length === 0) return [[...about, '', '', '', '', '', '']];
  return entries.map((one) => [...about, one.kind, one.text, one.author, localTime(one.at), one.due === null ? '' : localTime(one.due), one.state]);
}

/** One entry of a timeline, as all kinds of files show it. */
export interface ExportEntry {
  kind: string;
  text: string;
  author: string;
  /** Epoch ms. */
  at: number;
  due: number | null;
  state: string;
}

/** The whole timeline, oldest first. */
export function entriesOf({ notes, complaints, followUps }: WholeFile, t: Translate): ExportEntry[] {
  return [
    ...notes.map((note) => ({ kind: t('export.kinds.note'), text: note.text, author: note.author, at: note.createdAt, due: null, state: '' })),
    ...complaints.map((one) => ({
      kind: t('export.kinds.complaint'),
      text: [one.text, ...one.steps.map((step) => `· ${step.text}`), one.settledHow].filter(Boolean).join('\n'),
      author: one.author,
      at: one.createdAt,
      due: one.closeBy,
      state: t(one.closedAt === null ? 'export.open' : 'export.done'),
    })),
    ...followUps.map((one) => ({ kind: t(`export.kinds.${one.kind}`), text: one.text, author: one.author, at: one.createdAt, due: one.dueAt, state: t(one.doneAt === null ? 'export.open' : 'export.done') })),
  ].sort((a, b) => a.at - b.at);
}

/** `2026-11-24 16:05:09` in the computer's own time zone. */
export function localTime(at: number): string {
  return new Date(at).toLocaleString('sv');
}
