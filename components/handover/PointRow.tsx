import { useId, useState } from 'react';
import { standOf } from '../../handover/sheet';
import type { Point, SheetState } from '../../handover/sheet';
import { useTexts } from '../../locales/context';
import { MarkList } from './MarkList';
import { moment } from './moment';
import { Writing } from './Writing';

/** What a person may do with a point; each says who did it by the name that is written below. */
export interface PointActions {
  onWrite(id: string, text: string): void;
  onStrike(id: string): void;
  onTake(id: string): void;
  onSendBack(id: string, why: string): void;
  onHandAgain(id: string): void;
}

interface Props {
  point: Point;
  state: SheetState;
  /** Epoch ms, to tell what is overdue. */
  now: number;
  actions: PointActions;
}

/** One point of the sheet, with what may be done with it now. */
export function PointRow({ point, state, now, actions }: Props) {
  const { t, language } = useTexts();
  const { id, kind, customer, site, at, text } = point;
  const stand = standOf(point);
  const mayWrite = state === 'draft' || (state !== 'taken' && stand === 'sentBack');
  const name = customer || t(`handover.kinds.${kind}`);
  const when = at !== null && t(kind === 'waiting' ? 'handover.since' : at < now ? 'handover.overdue' : 'handover.due', { time: moment(at, language) });
  return (
    <li className={`point ${stand}`} data-point={id}>
      {(customer || when) && (
        <p className="about">
          <b>{customer}</b> {site && <span className="meta-site">{site}</span>} {when && <span className={kind !== 'waiting' && at! < now ? 'overdue' : undefined}>{when}</span>}
        </p>
      )}
      <div className="line">
        <div className="words">
          {mayWrite ? (
            <Writing label={t('handover.text', { customer: name })} hint={t('handover.textHint')} value={text} onChange={(typed) => actions.onWrite(id, typed)} />
          ) : (
            text && <p className="text">{text}</p>
          )}
        </div>
        {state === 'draft' && (
          <button type="button" className="plain no-print" aria-label={`${t('handover.strike')}: ${name}`} onClick={() => actions.onStrike(id)}>
            {t('handover.strike')}
          </button>
        )}
        {(state === 'open' || state === 'back') && stand === 'open' && <Answer name={name} onTake={() => actions.onTake(id)} onSendBack={(why) => actions.onSendBack(id, why)} />}
        {state !== 'taken' && stand === 'open' && (
          <span className="print-only">
            ☐ {t('handover.take')} ☐ {t('handover.sendBack')}
          </span>
        )}
        {state === 'back' && stand === 'sentBack' && (
          <button type="button" className="no-print" onClick={() => actions.onHandAgain(id)}>
            {t('handover.handAgain')}
          </button>
        )}
      </div>
      <MarkList marks={point.marks} text={text} />
    </li>
  );
}

/** Taken, or not clear and not taken, with what is not clear. */
function Answer({ name, onTake, onSendBack }: { name: string; onTake(): void; onSendBack(why: string): void }) {
  const { t } = useTexts();
  const [asks, setAsks] = useState(false);
  const [why, setWhy] = useState('');
  const field = useId();
  if (!asks) {
    return (
      <span className="answers no-print">
        <button type="button" className="primary" aria-label={`${t('handover.take')}: ${name}`} onClick={onTake}>
          ✓ {t('handover.take')}
        </button>
        <button type="button" aria-label={`${t('handover.sendBack')}: ${name}`} onClick={() => setAsks(true)}>
          ✗ {t('handover.sendBack')}
        </button>
      </span>
    );
  }
  return (
    <form
      className="answers no-print"
      onSubmit={(event) => {
        event.preventDefault();
        onSendBack(why);
      }}
    >
      <label htmlFor={field}>{t('handover.why')}</label>
      <input id={field} autoFocus required maxLength={500} value={why} onChange={({ target }) => setWhy(target.value)} />
      <button type="submit" className="primary">
        {t('handover.sendBackNow')}
      </button>
      <button type="button" onClick={() => setAsks(false)}>
        {t('handover.cancel')}
      </button>
    </form>
  );
}
