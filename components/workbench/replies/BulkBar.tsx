import { useState } from 'react';
import { useTexts } from '../../../locales/context';
import { partsOf } from '../../../packs/editing/draft';
import type { Season } from '../../../packs/format';
import { textIn } from '../../../packs/local-text';
import { Ask } from './Ask';
import { isSeason, SeasonFields } from './SeasonFields';
import type { PackItem } from './view';

export type Bulk =
  | { kind: 'group'; group: string }
  | { kind: 'tags'; add: string[]; remove: string[] }
  | { kind: 'season'; seasons: Season[] }
  | { kind: 'to'; pack: PackItem; move: boolean }
  | { kind: 'delete' };

interface Props {
  count: number;
  found: number;
  /** False: read only; only copying is on offer. */
  editable: boolean;
  groups: readonly string[];
  /** Packs that the replies can go to. */
  targets: readonly PackItem[];
  onBulk(bulk: Bulk): void;
  onAll(): void;
  onClear(): void;
}

type Asking = 'group' | 'addTags' | 'removeTags' | 'season' | 'moveTo' | 'copyTo';

const tagsIn = (text: string) => partsOf(text).map((tag) => tag.slice(0, 40));

/** What can be done with all that is selected. */
export function BulkBar({ count, found, editable, groups, targets, onBulk, onAll, onClear }: Props) {
  const { t, language } = useTexts();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [season, setSeason] = useState<Season>({ from: '', to: '' });
  const done = (bulk: Bulk | null) => {
    setAsking(null);
    if (bulk) onBulk(bulk);
  };
  const labels: Record<Asking, string> = {
    group: t('packs.toGroup'),
    addTags: t('packs.addTags'),
    removeTags: t('packs.removeTags'),
    season: t('packs.setSeason'),
    moveTo: t('packs.moveTo'),
    copyTo: t('packs.copyTo'),
  };
  const offered: Asking[] = editable ? ['group', 'addTags', 'removeTags', 'season', 'moveTo', 'copyTo'] : ['copyTo'];
  return (
    <div className="bulk" role="group" aria-label={t('packs.bulk')}>
      <div className="line">
        <b>{t('packs.selected', { count })}</b>
        {offered.map((what) =>
          (what === 'moveTo' || what === 'copyTo') && targets.length === 0 ? null : (
            <button key={what} type="button" aria-expanded={asking === what} onClick={() => setAsking(asking === what ? null : what)} data-chatside={`bulk-${what}`}>
              {labels[what]}
            </button>
          ),
        )}
        {editable && (
          <button type="button" className="danger" onClick={() => done({ kind: 'delete' })} data-chatside="bulk-delete">
            {t('packs.delete')}
          </button>
        )}
        {count < found && (
          <button type="button" className="plain" onClick={onAll}>
            {t('packs.selectAll', { count: found })}
          </button>
        )}
        <button type="button" className="plain" onClick={onClear}>
          {t('packs.clear')}
        </button>
      </div>
      {asking === 'group' && <Ask label={labels.group} confirm={t('packs.apply')} options={groups} onAnswer={(group) => done(group === null ? null : { kind: 'group', group })} />}
      {asking === 'addTags' && <Ask label={labels.addTags} hint={t('packs.tagsHint')} confirm={t('packs.apply')} onAnswer={(text) => done(text === null ? null : { kind: 'tags', add: tagsIn(text), remove: [] })} />}
      {asking === 'removeTags' && <Ask label={labels.removeTags} hint={t('packs.tagsHint')} confirm={t('packs.apply')} onAnswer={(text) => done(text === null ? null : { kind: 'tags', add: [], remove: tagsIn(text) })} />}
      {asking === 'season' && (
        <div className="ask">
          <SeasonFields season={season} onChange={setSeason} />
          <div className="line">
            <button type="button" className="primary" disabled={!isSeason(season)} onClick={() => done({ kind: 'season', seasons: [season] })}>
              {t('packs.apply')}
            </button>
            <button type="button" onClick={() => done({ kind: 'season', seasons: [] })}>
              {t('packs.always')}
            </button>
            <button type="button" onClick={() => done(null)}>
              {t('packs.close')}
            </button>
          </div>
        </div>
      )}
      {(asking === 'moveTo' || asking === 'copyTo') && (
        <div className="ask line">
          {targets.map((pack) => (
            <button key={pack.id} type="button" onClick={() => done({ kind: 'to', pack, move: asking === 'moveTo' })}>
              {textIn(pack.name, language)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
