import { useTexts } from '../../locales/context';

/** One host that Chatside may be turned on for. */
export interface SiteRow {
  id: string;
  /** Match pattern that is asked of the browser; null where every shop hosts the console itself. */
  origin: string | null;
  name: string;
  host: string;
  /** Date of the newest source on its layout, null where none has one; null for a site without a profile. */
  basis: { date: string | null } | null;
  on: boolean;
}

interface Props {
  rows: SiteRow[];
  onTurn(row: SiteRow): void;
}

/** The consoles, each with one switch. */
export function SiteList({ rows, onTurn }: Props) {
  const { t } = useTexts();
  return (
    <ul className="sites">
      {rows.map((row) => (
        <li key={row.id} data-origin={row.origin}>
          <span className="site-name">
            <b>{row.name}</b>
            <span className="hint">{row.host}</span>
          </span>
          {row.origin === null && <span className="hint">{t('sites.selfHosted')}</span>}
          {row.origin !== null && (
            <button
              type="button"
              role="switch"
              aria-checked={row.on}
              aria-label={t('sites.switch', { name: `${row.name} (${row.host})` })}
              className="switch"
              onClick={() => onTurn(row)}
            >
              <span className="knob" aria-hidden="true" />
              {t(row.on ? 'sites.on' : 'sites.off')}
            </button>
          )}
          {row.basis && (
            <span className="hint basis">
              {row.basis.date ? t('sites.basis', { date: row.basis.date }) : t('sites.basisUndated')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
