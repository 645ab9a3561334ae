import { useTexts } from '../../locales/context';
import type { FollowUp } from '../../storage/records-customers';
import type { FileActions } from './actions';
import { EntryText } from './EntryText';
import { Snooze } from './Snooze';
import { fromInput, toInput, useNow, useTimes } from './times';

/** A follow-up or a promise, until it is done and after. */
export function FollowUpItem({ followUp, actions }: { followUp: FollowUp; actions: FileActions }) {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  const { id, kind, dueAt, doneAt, snoozedUntil } = followUp;
  const change = (what: Parameters<FileActions['changeFollowUp']>[1]) => void actions.changeFollowUp(id, what);
  const late = doneAt === null && dueAt < now;
  return (
    <li className="entry" data-chatside={kind} data-done={doneAt !== null}>
      <p className="line">
        <b>{t(`entries.${kind}`)}</b>
        {doneAt === null ? (
          <>
            <span className={late ? 'badge late' : 'badge'}>{t(late ? 'entries.wasDue' : 'due.by', { time: times.near(dueAt) })}</span>
            {snoozedUntil !== null && <span className="badge">{t('due.snoozed', { time: times.near(snoozedUntil) })}</span>}
          </>
        ) : (
          <span className="badge">{t('entries.doneOn', { time: times.near(doneAt) })}</span>
        )}
      </p>
      <EntryText
        text={followUp.text}
        label={t(`entries.${kind}`)}
        byline={[times.full(followUp.createdAt), followUp.author].filter(Boolean).join(' · ')}
        onChange={(text) => change({ text })}
        onRemove={() => actions.removeEntry('followUp', id)}
      />
      <div className="line">
        {doneAt === null ? (
          <>
            <button type="button" onClick={() => change({ doneAt: Date.now() })}>
              {t('due.done')}
            </button>
            <Snooze onSnooze={(until) => change({ snoozedUntil: until })} />
            <input
              type="datetime-local"
              aria-label={t('entries.dueAt')}
              defaultValue={toInput(dueAt)}
              onBlur={({ target }) => {
                const at = fromInput(target.value);
                if (at !== null && at !== fromInput(toInput(dueAt))) change({ dueAt: at, snoozedUntil: null });
              }}
            />
          </>
        ) : (
          <button type="button" onClick={() => change({ doneAt: null })}>
            {t('entries.notDone')}
          </button>
        )}
      </div>
    </li>
  );
}
