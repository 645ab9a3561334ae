import { pointKinds, standOf, stateOf } from '../../handover/sheet';
import type { PointKind, Sheet } from '../../handover/sheet';
import { useTexts } from '../../locales/context';
import { moment, stretch } from './moment';
import { PointRow } from './PointRow';
import type { PointActions } from './PointRow';

interface Props {
  sheet: Sheet;
  /** Epoch ms. */
  now: number;
  /** False: no times are kept, so nothing of them can be filled in. */
  keepTimes: boolean;
  /** Who acts now; kept while it is typed. */
  name: string;
  onName(name: string): void;
  actions: PointActions & { onAdd(kind: PointKind): void; onSign(): void; onTakeOver(): void };
}

/** A handover sheet: every section is there, also an empty one, so that "none" is in writing too. */
export function SheetView({ sheet, now, keepTimes, name, onName, actions }: Props) {
  const { t, language } = useTexts();
  const state = stateOf(sheet);
  const isInHand = state === 'open' || state === 'back';
  const notTaken = sheet.points.filter((point) => standOf(point) !== 'taken').length;
  return (
    <article className="sheet" data-state={state}>
      <h2>
        {t('handover.shift', { shift: stretch(sheet.shift, language) })} <span className={`badge ${state}`}>{t(`handover.state.${state}`)}</span>
      </h2>
      {isInHand && (
        <div className="signing no-print">
          <NameField label={t('handover.comer')} name={name} onName={onName} />
        </div>
      )}
      {state === 'draft' && !keepTimes && <p className="status">{t('handover.timesOff')}</p>}
      {pointKinds.map((kind) => {
        const points = sheet.points.filter((point) => point.kind === kind);
        return (
          <section key={kind} aria-label={t(`handover.kinds.${kind}`)}>
            <h3>{t(`handover.kinds.${kind}`)}</h3>
            {points.length === 0 && <p className="hint">{t('handover.none')}</p>}
            <ul className="points">
              {points.map((point) => (
                <PointRow key={point.id} point={point} state={state} now={now} actions={actions} />
              ))}
            </ul>
            {state === 'draft' && (
              <button type="button" className="plain add no-print" onClick={() => actions.onAdd(kind)}>
                + {t(`handover.addTo.${kind}`)}
              </button>
            )}
          </section>
        );
      })}
      <footer className="signatures">
        <p>{sheet.signed ? t('handover.signed', { name: sheet.signed.name, time: moment(sheet.signed.at, language) }) : t('handover.toSign')}</p>
        <p>{sheet.taken ? t('handover.takenOver', { name: sheet.taken.name, time: moment(sheet.taken.at, language) }) : t('handover.toTake')}</p>
      </footer>
      {state === 'draft' && (
        <form
          className="line signing no-print"
          onSubmit={(event) => {
            event.preventDefault();
            actions.onSign();
          }}
        >
          <NameField label={t('handover.leaver')} name={name} onName={onName} />
          <button type="submit" className="primary">
            {t('handover.sign')}
          </button>
        </form>
      )}
      {isInHand && (
        <p className="line no-print">
          <button type="button" className="primary" disabled={notTaken > 0} onClick={actions.onTakeOver}>
            {t('handover.takeOver')}
          </button>
          {notTaken > 0 && <span className="hint">{t('handover.stillOpen', { count: notTaken })}</span>}
        </p>
      )}
    </article>
  );
}

/** Whoever acts: every step is stamped with it. */
function NameField({ label, name, onName }: { label: string; name: string; onName(name: string): void }) {
  return (
    <label>
      {label}
      <input required maxLength={100} value={name} onChange={({ target }) => onName(target.value)} />
    </label>
  );
}
