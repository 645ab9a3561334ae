import { useTexts } from '../../locales/context';
import type { Complaint, CustomerFile } from '../../storage/records-customers';
import type { Drafts } from './actions';
import { LineForm } from './LineForm';
import { useTimes } from './times';

interface Props {
  /** `2026-Q4` */
  quarter: string;
  quarters: string[];
  drawn: { complaint: Complaint; customer: CustomerFile }[];
  drafts: Drafts;
  onQuarter(quarter: string): void;
  onOpen(customerId: string): void;
  onLooked(id: string, finding: string): Promise<boolean>;
}

/** The fifth of a quarter's settled complaints that is looked at again. */
export function SecondLook({ quarter, quarters, drawn, drafts, onQuarter, onOpen, onLooked }: Props) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <>
      <p className="line">
        <label>
          {t('file.quarter')}{' '}
          <select value={quarter} onChange={({ target }) => onQuarter(target.value)}>
            {quarters.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </p>
      <p className="hint lead">{t('file.secondLookHint')}</p>
      {drawn.length === 0 && <p className="hint">{t('file.nothingDrawn')}</p>}
      <ul className="timeline">
        {drawn.map(({ complaint, customer }) => (
          <li key={complaint.id} className="entry" data-chatside="second-look">
            <p className="line">
              <b>{customer.name || t('customer.unnamed')}</b>
              <span className="badge">{t(`entries.severities.${complaint.severity}`)}</span>
              <span className="badge">{t('entries.settledOn', { time: times.near(complaint.settledAt ?? 0) })}</span>
              <button type="button" className="plain" onClick={() => onOpen(customer.id)}>
                {t('file.open')}
              </button>
            </p>
            <p>{complaint.text || t('secrecy.masked')}</p>
            <p className="hint">{t('entries.settledAs', { how: complaint.settledHow })}</p>
            {complaint.secondLook ? (
              <p>{t('entries.lookedAgain', { time: times.near(complaint.secondLook.at), finding: complaint.secondLook.finding })}</p>
            ) : (
              <LineForm field={`look ${complaint.id}`} label={t('file.finding')} button={t('file.looked')} drafts={drafts} onKeep={(finding) => onLooked(complaint.id, finding)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
