import { useLiveQuery } from 'dexie-react-hooks';
import { categoryName } from '../../components/category';
import { Table } from '../../components/clock/Table';
import { useTexts } from '../../locales/context';
import { mostUsedReplies } from '../../storage/activity';
import { builtInPacks } from '../../storage/packs';
import type { Hold } from '../../storage/records';

/** Held sends by category, and the replies used most. */
export function Activity({ holds }: { holds: Hold[] }) {
  const { t } = useTexts();
  const replies = useLiveQuery(async () => {
    const used = await mostUsedReplies(10);
    const packs = await builtInPacks();
    const titles = new Map(packs.flatMap((pack) => (pack.replies ?? []).map(({ id, title }) => [`${pack.id}/${id}`, title])));
    return used.map(({ reply, count }) => ({ name: titles.get(reply) ?? reply, count }));
  });
  const categories = byCategory(holds);
  return (
    <>
      {categories.length > 0 && (
        <>
          <h2>{t('clock.heldBy')}</h2>
          <Table
            head={[t('lists.category'), t('clock.sends'), t('clock.released')]}
            rows={categories.map(([category, { held, released }]) => [categoryName(t, category), String(held), String(released)])}
          />
        </>
      )}
      {replies && replies.length > 0 && (
        <>
          <h2>{t('clock.topReplies')}</h2>
          <p className="hint">{t('clock.topRepliesHint')}</p>
          <Table head={[t('clock.reply'), t('clock.uses')]} rows={replies.map(({ name, count }) => [name, String(count)])} />
        </>
      )}
    </>
  );
}

/** Each send counts once for each category that is in it, most held first. */
function byCategory(holds: Hold[]) {
  const counts = new Map<string, { held: number; released: number }>();
  for (const { hits, action } of holds) {
    for (const category of new Set(hits.map((hit) => hit.category))) {
      const count = counts.get(category) ?? { held: 0, released: 0 };
      count[action === 'held' ? 'held' : 'released'] += 1;
      counts.set(category, count);
    }
  }
  return [...counts].sort(([, a], [, b]) => b.held - a.held);
}
