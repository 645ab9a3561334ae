import { useTexts } from '../../locales/context';

/** A profile that was picked or loaded here. */
export interface OwnSite {
  id: string;
  name: string;
  /** Hosts that it is for; empty when it knows its pages by a marker. */
  hosts: string[];
  on: boolean;
  /** Date of its newest source; null where none has one. */
  date: string | null;
}

interface Props {
  sites: OwnSite[];
  onRename(id: string, name: string): void;
  onTurn(id: string, on: boolean): void;
  onExport(id: string): void;
  onRemove(id: string): void;
}

/** One's own profiles, each to be renamed, switched, exported and deleted. */
export function OwnSites({ sites, onRename, onTurn, onExport, onRemove }: Props) {
  const { t } = useTexts();
  if (sites.length === 0) return <p className="hint">{t('profiles.ownNone')}</p>;
  return (
    <ul className="sites own-sites" data-chatside="own-sites">
      {sites.map(({ id, name, hosts, on, date }) => (
        <li key={id} data-site={id}>
          <span className="site-name">
            <input
              // A change from elsewhere shows, too.
              key={name}
              defaultValue={name}
              maxLength={80}
              aria-label={t('profiles.name', { hosts: hosts.join(', ') || id })}
              onBlur={({ target }) => {
                const typed = target.value.trim();
                if (typed === '') target.value = name;
                else if (typed !== name) onRename(id, typed);
              }}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
              }}
            />
            <span className="hint">{hosts.join(', ') || t('profiles.previewAnywhere')}</span>
            {date && <span className="hint">{t('profiles.date', { date })}</span>}
          </span>
          <span className="line">
            <button type="button" role="switch" aria-checked={on} aria-label={t('profiles.use', { name })} className="switch" onClick={() => onTurn(id, !on)}>
              <span className="knob" aria-hidden="true" />
              {t(on ? 'profiles.inUse' : 'profiles.notInUse')}
            </button>
            <button type="button" aria-label={`${t('profiles.export')} ${name}`} onClick={() => onExport(id)}>
              {t('profiles.export')}
            </button>
            <button type="button" aria-label={`${t('profiles.remove')} ${name}`} onClick={() => onRemove(id)}>
              {t('profiles.remove')}
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}
