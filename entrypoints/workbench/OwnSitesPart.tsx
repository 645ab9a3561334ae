import { useLiveQuery } from '../../storage/use-live';
import { useRef, useState } from 'react';
import { hostOf } from '../../access/origins';
import { readSiteFile, writeSiteFile } from '../../chat/sites/file';
import type { SiteProfile } from '../../chat/sites/profile';
import { OwnSites } from '../../components/sites/OwnSites';
import { SitePreview } from '../../components/sites/SitePreview';
import { useTexts } from '../../locales/context';
import { faultOf, sentenceOf } from '../../locales/fault';
import * as store from '../../storage/sites';
import { saveFileAs } from '../popup/save-file';

/** One's own profiles, and the way in and out for them as files. */
export function OwnSitesPart() {
  const { t, language } = useTexts();
  const [status, setStatus] = useState<{ text: string; undo?: () => Promise<void> } | null>(null);
  const [preview, setPreview] = useState<SiteProfile | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const stored = useLiveQuery(store.storedSites, []);
  const sites = stored?.records ?? [];
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.profile.name[language] ?? id;

  /** Runs one change; a failure is said and leaves everything as it was. */
  const run = (action: () => Promise<unknown>) =>
    void action().catch((error: unknown) => setStatus({ text: sentenceOf(t, faultOf(error)) }));
  const read = async (file: File) => {
    setStatus(null);
    setPreview(null);
    const result = readSiteFile(await file.text(), isCss);
    if ('profile' in result) setPreview(result.profile);
    else setStatus({ text: t(`profiles.faults.${result.fault.code}`, { file: file.name, what: result.fault.what }) });
  };
  const add = async (profile: SiteProfile) => {
    await store.putSite(profile);
    setPreview(null);
    setStatus({ text: t('profiles.loaded', { name: profile.name[language] }) });
  };
  const remove = async (id: string) => {
    const removed = await store.removeSite(id);
    if (removed) setStatus({ text: t('profiles.removed', { name: nameOf(id) }), undo: () => store.restoreSite(removed) });
  };
  const save = (id: string) => {
    const site = sites.find((one) => one.id === id);
    if (site) setStatus({ text: t('profiles.saved', { file: saveFileAs(`${id}.chatside.json`, 'json', writeSiteFile(site.profile)) }) });
  };

  return (
    <>
      <h2>{t('profiles.own')}</h2>
      <p className="lead">{t('profiles.ownHint')}</p>
      {status && (
        <p className="status" role="status">
          <span>{status.text}</span>{' '}
          {status.undo && (
            <button type="button" onClick={() => run(async () => status.undo?.().then(() => setStatus(null)))}>
              {t('profiles.undo')}
            </button>
          )}
        </p>
      )}
      {stored && stored.faults.length > 0 && (
        <p className="status" role="alert">
          {t('profiles.damaged', { count: stored.faults.length, list: stored.faults.map(({ id, field }) => `${id} (${field})`).join(', ') })}
        </p>
      )}
      <OwnSites
        sites={sites.map(({ id, on, profile }) => ({
          id,
          on,
          name: profile.name[language],
          hosts: profile.match.map(hostOf),
          date: Object.values(profile.sources).map(({ date }) => date).filter((date) => date !== 'undated').toSorted().at(-1) ?? null,
        }))}
        onRename={(id, name) => run(() => store.changeSite(id, { name }))}
        onTurn={(id, on) => run(() => store.changeSite(id, { on }))}
        onExport={save}
        onRemove={(id) => run(() => remove(id))}
      />
      {preview && (
        <SitePreview
          profile={preview}
          replaces={sites.some(({ id }) => id === preview.id) ? nameOf(preview.id) : null}
          onAdd={() => run(() => add(preview))}
          onCancel={() => setPreview(null)}
        />
      )}
      <button type="button" onClick={() => chooser.current?.click()}>
        {t('profiles.load')}
      </button>
      <input
        ref={chooser}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('profiles.load')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) run(() => read(file));
        }}
      />
    </>
  );
}

/** Whether the browser knows this selector. */
function isCss(css: string): boolean {
  try {
    document.createDocumentFragment().querySelector(css);
    return true;
  } catch {
    return false;
  }
}
