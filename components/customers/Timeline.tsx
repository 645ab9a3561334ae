import { useTexts } from '../../locales/context';
import type { WholeFile } from '../../storage/files';
import type { Drafts, FileActions } from './actions';
import { ComplaintItem } from './ComplaintItem';
import { EntryText } from './EntryText';
import { FollowUpItem } from './FollowUpItem';
import { useTimes } from './times';

interface Props {
  file: Pick<WholeFile, 'notes' | 'complaints' | 'followUps'>;
  author: string;
  drafts: Drafts;
  actions: FileActions;
}

/** Notes, complaints, follow-ups and promises: what is open first, then the newest. */
export function Timeline({ file, author, drafts, actions }: Props) {
  const { t } = useTexts();
  const times = useTimes();
  const entries = [
    ...file.notes.map((note) => ({
      entry: note,
      open: false,
      item: (
        <li key={note.id} className="entry note" data-chatside="note">
          <EntryText
            text={note.text}
            label={t('popup.note')}
            byline={[times.full(note.createdAt), note.author].filter(Boolean).join(' · ')}
            onChange={(text) => actions.changeNote(note.id, text)}
            onRemove={() => actions.removeEntry('note', note.id)}
          />
        </li>
      ),
    })),
    ...file.complaints.map((complaint) => ({
      entry: complaint,
      open: complaint.closedAt === null,
      item: <ComplaintItem key={complaint.id} complaint={complaint} author={author} drafts={drafts} actions={actions} />,
    })),
    ...file.followUps.map((followUp) => ({
      entry: followUp,
      open: followUp.doneAt === null,
      item: <FollowUpItem key={followUp.id} followUp={followUp} actions={actions} />,
    })),
  ].sort((a, b) => Number(b.open) - Number(a.open) || b.entry.createdAt - a.entry.createdAt);
  if (entries.length === 0) return <p className="hint">{t('customer.noNotes')}</p>;
  return <ul className="timeline">{entries.map(({ item }) => item)}</ul>;
}
