import type { ReactNode } from 'react';
import { useTexts } from '../../locales/context';
import type { WholeFile } from '../../storage/files';
import type { Drafts, FileActions } from './actions';
import { EntryForm } from './EntryForm';
import { FileFields } from './FileFields';
import { Timeline } from './Timeline';
import { useNow, useTimes } from './times';

interface Props {
  file: Pick<WholeFile, 'customer' | 'joined' | 'notes' | 'complaints' | 'followUps'>;
  /** The customer of the open chat. */
  isOpen: boolean;
  author: string;
  drafts: Drafts;
  actions: FileActions;
  /** Null where the list stands beside it. */
  onBack: (() => void) | null;
  /** Asks for the passphrase where something is sealed. */
  locked: ReactNode;
  /** What can be done with the whole file: merging, rights. */
  more: ReactNode;
}

/** A customer's file: who it is, a line to write in, the fields, the timeline. */
export function FileView({ file, isOpen, author, drafts, actions, onBack, locked, more }: Props) {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  const { customer, joined, notes } = file;
  const due = customer.reviewDue !== null && customer.reviewDue < now;
  return (
    <section
      className="card"
      aria-label={customer.name || t('customer.unnamed')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || !onBack) return;
        event.preventDefault();
        onBack();
      }}
    >
      <header>
        {onBack && (
          <button type="button" className="plain" onClick={onBack}>
            ← {t('popup.back')}
          </button>
        )}
        <button type="button" className="plain danger" onClick={actions.remove} title={t('popup.deleteCustomer')}>
          {t('popup.delete')}
        </button>
      </header>
      <h2 className="head">
        <span className="name">{customer.name || t('customer.unnamed')}</span>
        {isOpen && <span className="badge accent">{t('popup.openNow')}</span>}
        {customer.customerClass && <span className="badge">{t('customer.classIs', { class: customer.customerClass })}</span>}
        {customer.secrecy !== 'open' && <span className="badge">{t(`customer.secrecies.${customer.secrecy}`)}</span>}
        {notes.length > 0 && <span className="badge">{t('customer.returning', { count: notes.length })}</span>}
      </h2>
      <p className="meta">
        {[customer, ...joined].map(({ site, key }) => `${site === 'own' ? t('popup.handMade') : `${site} · ${key}`}`).join('; ')}
      </p>
      {due && (
        <p className="status">
          <span>{t('file.reviewDue', { day: times.day(customer.reviewDue!) })}</span>
          <button type="button" onClick={actions.review}>
            {t('file.reviewed')}
          </button>
        </p>
      )}
      {locked}
      <EntryForm drafts={drafts} focused={onBack !== null} onAdd={actions.add} />
      <Timeline file={file} author={author} drafts={drafts} actions={actions} />
      <h3>{t('file.fields')}</h3>
      <FileFields customer={customer} onChange={actions.change} />
      {more}
    </section>
  );
}
