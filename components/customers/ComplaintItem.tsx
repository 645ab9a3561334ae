import { lacksToClose, nextDeadline, stateOf } from '../../customers/complaint';
import { useTexts } from '../../locales/context';
import { severities } from '../../storage/records-customers';
import type { Complaint } from '../../storage/records-customers';
import type { Drafts, FileActions } from './actions';
import { EntryText } from './EntryText';
import { LineForm } from './LineForm';
import { Snooze } from './Snooze';
import { useNow, useTimes } from './times';

interface Props {
  complaint: Complaint;
  author: string;
  drafts: Drafts;
  actions: FileActions;
}

/** A complaint: how far it has come, what was done, and the next step to its close. */
export function ComplaintItem({ complaint, author, drafts, actions }: Props) {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  const { id, receivedAt, noteBy, createdAt } = complaint;
  const state = stateOf(complaint);
  const deadline = nextDeadline(complaint);
  const late = deadline !== null && deadline < now;
  const change = (what: Parameters<FileActions['changeComplaint']>[1]) => actions.changeComplaint(id, what);
  const step = (text: string) => change({ steps: [...complaint.steps, { at: Date.now(), text, author }] });
  return (
    <li className="entry complaint" data-chatside="complaint" data-state={state}>
      <p className="line">
        <b>{t('entries.complaint')}</b>
        {state === 'closed' ? (
          <span className="badge">{t(`entries.severities.${complaint.severity}`)}</span>
        ) : (
          <select aria-label={t('entries.severity')} value={complaint.severity} onChange={({ target }) => void change({ severity: severities.find((one) => one === target.value) ?? 'minor' })}>
            {severities.map((one) => (
              <option key={one} value={one}>
                {t(`entries.severities.${one}`)}
              </option>
            ))}
          </select>
        )}
        <span className="badge accent">{t(`entries.states.${state}`)}</span>
        {deadline !== null && (
          <span className={late ? 'badge late' : 'badge'}>
            {t(late ? 'entries.wasDue' : state === 'open' ? 'entries.answerBy' : 'entries.closeBy', { time: times.near(deadline) })}
          </span>
        )}
        {createdAt > noteBy && <span className="badge late">{t('entries.notedLate')}</span>}
        {deadline !== null && complaint.snoozedUntil !== null && <span className="badge">{t('due.snoozed', { time: times.near(complaint.snoozedUntil) })}</span>}
      </p>
      <EntryText
        text={complaint.text}
        label={t('entries.complaint')}
        byline={[t('entries.received', { time: times.full(receivedAt) }), complaint.author].filter(Boolean).join(' · ')}
        onChange={(text) => void change({ text })}
        onRemove={() => actions.removeEntry('complaint', id)}
      />
      <ul className="steps">
        {complaint.steps.map((one) => (
          <li key={`${one.at} ${one.text}`}>
            {one.text} <small className="hint">{[times.near(one.at), one.author].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
        {complaint.passedTo && <li>{t('entries.passed', { name: complaint.passedTo })}</li>}
        {complaint.settledHow && <li>{t('entries.settledAs', { how: complaint.settledHow })}</li>}
        {complaint.calledBackAt !== null && <li>{t('entries.calledBackOn', { time: times.full(complaint.calledBackAt) })}</li>}
        {complaint.secondLook && <li>{t('entries.lookedAgain', { time: times.full(complaint.secondLook.at), finding: complaint.secondLook.finding })}</li>}
      </ul>
      {state !== 'closed' && (
        <div className="next">
          <LineForm field={`step ${id}`} label={t('entries.step')} button={t('entries.addStep')} drafts={drafts} onKeep={step} />
          <LineForm field={`passed ${id}`} label={t('entries.passedTo')} button={t('entries.pass')} drafts={drafts} onKeep={(passedTo) => change({ passedTo })} />
          {complaint.settledAt === null && (
            <LineForm
              field={`settled ${id}`}
              label={t('entries.settledHow')}
              button={t('entries.settle')}
              drafts={drafts}
              onKeep={(settledHow) => change({ settledHow, settledAt: Date.now() })}
            />
          )}
          <div className="line">
            {state === 'open' && (
              <button type="button" onClick={() => void change({ answeredAt: Date.now() })}>
                {t('entries.answered')}
              </button>
            )}
            {complaint.settledAt !== null && complaint.calledBackAt === null && (
              <button type="button" onClick={() => void change({ calledBackAt: Date.now() })}>
                {t('entries.calledBack')}
              </button>
            )}
            <button type="button" disabled={lacksToClose(complaint) !== null} onClick={() => void change({ closedAt: Date.now() })}>
              {t('entries.close')}
            </button>
            {lacksToClose(complaint) && <span className="hint">{t(`entries.lacks.${lacksToClose(complaint)!}`)}</span>}
            <Snooze onSnooze={(snoozedUntil) => void change({ snoozedUntil })} />
          </div>
        </div>
      )}
    </li>
  );
}
