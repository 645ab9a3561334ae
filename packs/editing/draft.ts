import { z } from 'zod';
import { replySchema, seasonSchema } from '../format.ts';
import type { Reply, Season } from '../format.ts';

/** A reply as the form holds it: half written things stay as they are typed. */
const wordingDraftSchema = z.object({
  bubbles: z.array(z.string()),
  sites: z.array(z.string()),
  shops: z.string(),
  season: z.object({ from: z.string(), to: z.string() }),
});
export type WordingDraft = z.infer<typeof wordingDraftSchema>;

export const replyDraftSchema = z.object({
  title: z.string(),
  group: z.string(),
  abbreviation: z.string(),
  tags: z.string(),
  bubbles: z.array(z.string()).min(1),
  wordings: z.array(wordingDraftSchema),
  seasons: z.array(z.object({ from: z.string(), to: z.string() })),
  questions: z.string(),
  pictures: z.array(z.string()),
});
export type ReplyDraft = z.infer<typeof replyDraftSchema>;

const noSeason: Season = { from: '', to: '' };
export const emptyWording: WordingDraft = { bubbles: [''], sites: [], shops: '', season: noSeason };

/** The form of a reply, or of a new one in a group. */
export function draftOf(reply: Reply | undefined, group = ''): ReplyDraft {
  return {
    title: reply?.title ?? '',
    group: reply?.group ?? group,
    abbreviation: reply?.abbreviation ?? '',
    tags: (reply?.tags ?? []).join(', '),
    bubbles: reply?.bubbles ?? [''],
    wordings: (reply?.wordings ?? []).map(({ bubbles, sites = [], shops = [], season = noSeason }) => ({ bubbles, sites, shops: shops.join(', '), season })),
    seasons: reply?.seasons ?? [],
    questions: (reply?.questions ?? []).join('\n'),
    pictures: reply?.pictures ?? [],
  };
}

/** A text of parts, parted by commas of any kind or line breaks. */
export const partsOf = (text: string): string[] => [...new Set(text.split(/[,，;；、\n]/).map((part) => part.trim()).filter(Boolean))];

const texts = (bubbles: string[]) => bubbles.map((bubble) => bubble.trim()).filter(Boolean);
const isFilled = ({ from, to }: Season) => from.trim() !== '' || to.trim() !== '';

export type Problem = { code: 'needText' | 'badSeason' } | { code: 'tooLong'; field: 'title' | 'group' | 'abbreviation' | 'message' | 'questions' | 'tags'; max: number };

/** What keeps a draft from being stored. */
function problemsOf(draft: ReplyDraft): Problem[] {
  const problems: Problem[] = [];
  if (texts(draft.bubbles).length === 0) problems.push({ code: 'needText' });
  const tooLong = (field: 'title' | 'group' | 'abbreviation' | 'message' | 'questions' | 'tags', max: number, values: string[]) => {
    if (values.some((value) => value.length > max)) problems.push({ code: 'tooLong', field, max });
  };
  tooLong('title', 200, [draft.title.trim()]);
  tooLong('group', 200, [draft.group.trim()]);
  tooLong('abbreviation', 32, [draft.abbreviation.trim()]);
  tooLong('tags', 40, partsOf(draft.tags));
  tooLong('questions', 200, draft.questions.split('\n').map((line) => line.trim()));
  tooLong('message', 5000, [...draft.bubbles, ...draft.wordings.flatMap(({ bubbles }) => bubbles)].map((bubble) => bubble.trim()));
  const seasons = [...draft.seasons, ...draft.wordings.map(({ season }) => season)].filter(isFilled);
  if (seasons.some((season) => !seasonSchema.safeParse(season).success)) problems.push({ code: 'badSeason' });
  return problems;
}

/**
 * The reply that a draft stands for, or what is wrong with it. A reply without title takes the
 * beginning of its text; one without group takes `fallbackGroup`.
 */
export function replyOf(draft: ReplyDraft, id: string, fallbackGroup: string): { reply: Reply } | { problems: Problem[] } {
  const problems = problemsOf(draft);
  if (problems.length > 0) return { problems };
  const bubbles = texts(draft.bubbles);
  const wordings = draft.wordings
    .map(({ bubbles: own, sites, shops, season }) => ({
      bubbles: texts(own),
      ...(sites.length > 0 && { sites }),
      ...(partsOf(shops).length > 0 && { shops: partsOf(shops) }),
      ...(isFilled(season) && { season }),
    }))
    .filter((wording) => wording.bubbles.length > 0);
  const seasons = draft.seasons.filter(isFilled);
  const questions = draft.questions.split('\n').map((line) => line.trim()).filter(Boolean);
  const tags = partsOf(draft.tags).slice(0, 20);
  const parsed = replySchema.safeParse({
    id,
    title: draft.title.replace(/\s+/g, ' ').trim() || (bubbles[0] ?? '').replace(/\s+/g, ' ').slice(0, 30),
    group: draft.group.replace(/\s+/g, ' ').trim() || fallbackGroup,
    ...(draft.abbreviation.trim() !== '' && { abbreviation: draft.abbreviation.trim() }),
    ...(tags.length > 0 && { tags }),
    bubbles,
    ...(wordings.length > 0 && { wordings }),
    ...(seasons.length > 0 && { seasons }),
    ...(questions.length > 0 && { questions: questions.slice(0, 50) }),
    ...(draft.pictures.length > 0 && { pictures: draft.pictures }),
  });
  return parsed.success ? { reply: parsed.data } : { problems: [{ code: 'needText' }] };
}
