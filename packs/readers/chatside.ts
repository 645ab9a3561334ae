import { bannedWordSchema, PACK_FORMAT, PACK_VERSION, packSchema, replySchema } from '../format.ts';
import type { BannedWord, Reply } from '../format.ts';
import { MOST_PICTURES, pictureSchema } from '../picture.ts';
import type { Picture } from '../picture.ts';
import { isUnsafe, note } from './entries.ts';
import type { Pace } from './pace.ts';
import { limits, Refusal } from './result.ts';
import type { Fault, PackHead } from './result.ts';
import { isShape } from './shapes.ts';

const headSchema = packSchema.omit({ replies: true, words: true, pictures: true });

export const isChatside = (data: unknown): boolean => isShape(data) && data['format'] === PACK_FORMAT;

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
}

function firstIssue(issues: { path: PropertyKey[]; message: string }[]): string {
  const [issue] = issues;
  return issue ? `${issue.path.map(String).join('.') || '—'}: ${issue.message}`.slice(0, 200) : '';
}

interface Numbered<T> {
  row: number;
  item: T;
}

async function each<T>(items: unknown, field: string, schema: Schema<T>, faults: Fault[], pace: Pace, most: number): Promise<Numbered<T>[]> {
  if (items === undefined) return [];
  if (!Array.isArray(items)) throw new Refusal('bad-field', field);
  if (items.length > most) throw new Refusal('too-many-rows', String(most));
  const good: Numbered<T>[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = schema.safeParse(item);
    if (parsed.success) good.push({ row: index + 1, item: parsed.data });
    else note(faults, { row: index + 1, code: 'bad-field', detail: `${field}.${firstIssue(parsed.error.issues)}` });
    if (pace.due()) await pace.rest(0.1 + (index / items.length) * 0.9);
  }
  return good;
}

/**
 * A pack in our own format, entry by entry with the pack's schemas, so that a long one does not
 * hold the thread and every fault is found.
 * @throws Refusal `newer-version`, `bad-field`, `too-many-rows`
 */
export async function readChatside(data: unknown, faults: Fault[], pace: Pace): Promise<{ head: PackHead; replies: Reply[]; words: BannedWord[]; pictures: Picture[] }> {
  if (!isShape(data)) throw new Refusal('unknown-format');
  const { replies, words, pictures, ...head } = data;
  if (typeof head['version'] === 'number' && head['version'] > PACK_VERSION) throw new Refusal('newer-version', String(head['version']));
  const parsed = headSchema.safeParse(head);
  if (!parsed.success) throw new Refusal('bad-field', firstIssue(parsed.error.issues));
  const ids = new Set<string>();
  const kept: Reply[] = [];
  for (const { row, item } of await each(replies, 'replies', replySchema, faults, pace, limits.rows)) {
    const { id, title, group, abbreviation } = item;
    if ([title, group, abbreviation].some(isUnsafe)) note(faults, { row, code: 'unsafe-name', detail: '__proto__' });
    else if (ids.has(id)) note(faults, { row, code: 'repeated-id', detail: id });
    else kept.push(item);
    ids.add(id);
  }
  const readWords = await each(words, 'words', bannedWordSchema, faults, pace, 100_000);
  const readPictures = await each(pictures, 'pictures', pictureSchema, faults, pace, MOST_PICTURES);
  return { head: parsed.data, replies: kept, words: readWords.map(({ item }) => item), pictures: readPictures.map(({ item }) => item) };
}
