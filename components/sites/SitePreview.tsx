import { hostOf } from '../../access/origins';
import { selectorsIn } from '../../chat/sites/file';
import type { SiteProfile } from '../../chat/sites/profile';
import { useTexts } from '../../locales/context';

interface Props {
  profile: SiteProfile;
  /** Name of the stored profile whose place it would take; null when there is none. */
  replaces: string | null;
  onAdd(): void;
  onCancel(): void;
}

/** What a profile file holds, before anything of it is kept. */
export function SitePreview({ profile, replaces, onAdd, onCancel }: Props) {
  const { t, language } = useTexts();
  const sources = Object.values(profile.sources).map(({ where, date }) => `${where} (${date})`);
  const rows = [
    { label: t('profiles.previewHosts'), text: profile.match.map(hostOf).join(', ') || t('profiles.previewAnywhere') },
    { label: t('profiles.previewParts'), text: t('profiles.previewParts', { count: selectorsIn(profile).length }) },
    { label: t('profiles.previewSources'), text: sources.join(', ') },
  ];
  return (
    <section className="preview" data-chatside="site-preview" aria-label={t('profiles.preview', { name: profile.name[language] })}>
      <h3>{t('profiles.preview', { name: profile.name[language] })}</h3>
      <dl>
        {rows.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {replaces && <p className="level-warn">{t('profiles.replaces', { name: replaces })}</p>}
      <div className="line">
        <button type="button" className="primary" autoFocus onClick={onAdd}>
          {t('profiles.add')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('profiles.cancel')}
        </button>
      </div>
    </section>
  );
}
