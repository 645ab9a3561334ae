import { useLiveQuery } from '../../storage/use-live';
import type { Period } from '../../clock/period';
import { groupQuestions } from '../../clock/questions';
import { categoryName } from '../../components/category';
import { Table } from '../../components/clock/Table';
import { useTexts } from '../../locales/context';
import { mostUsedReplies } from '../../storage/activity';
import { questionsBetween } from '../../storage/questions';
import type { Hold } from '../../storage/records';
import { usePacks } from '../../storage/use-packs';

interface Props {
  period: Period;
  /** Host name, or empty for all. */
  site: string;
  /** Of this period and site. */
  holds: Hold[];
}

/** Grouping more takes seconds; the newest are taken. */
const MAX_QUESTIONS = 20_000;

/** Held sends by category, the replies used most, and what customers asked most. */
export function Activity({ period: { from, to }, site, holds }: Props) {
  const { t } = useTexts();
  const packs = usePacks();
  const replies = useLiveQuery(() => mostUsedReplies(from, to, site, 10), [from, to, site]);
  const questions = useLiveQuery(async () => {
    const asked = await questionsBetween(from, to, MAX_QUESTIONS);
    return groupQuestions(asked.filter((one) => !site || one.site === site).map(({ text }) => text), 10);
  }, [from, to, site]);
  const titles = new Map(packs.flatMap((pack) => (pack.replies ?? []).map(({ id, title }) => [`${pack.id}/${id}`, title])));
  const categories = byCategory(holds);
  return (
    <>
      {questions && questions.length > 0 && (
        <>
          <h2>{t('clock.askedMost')}</h2>
          <p className="hint">{t('clock.askedMostHint')}</p>
          <Table
            head={[t('clock.question'), t('clock.alsoAsked'), t('clock.times')]}
            rows={questions.map(({ text, others, n }) => [text, others.join(' / '), String(n)])}
          />
        </>
      )}
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
          <Table head={[t('clock.reply'), t('clock.uses')]} rows={replies.map(({ reply, count }) => [titles.get(reply) ?? reply, String(count)])} />
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
