import { z } from 'zod';
import { keepDraft } from './drafts-on';

/**
 * Drafts as fast as they are typed. A write takes longer than a keystroke, and a popup that closes
 * takes its waiting writes along: so the newest words go into `localStorage` first, which takes them at
 * once, and into the database behind that. Words that are to be sealed go into the database alone.
 * For pages, not for the background.
 */

const PREFIX = 'chatside.draft.';
const draftSchema = z.object({
  site: z.string(),
  key: z.string(),
  kind: z.string(),
  text: z.string(),
  writer: z.string(),
  seen: z.array(z.string()),
});
export type TypedDraft = z.infer<typeof draftSchema>;

const newest = new Map<string, TypedDraft>();
const writing = new Map<string, Promise<void>>();
const placeOf = ({ writer, kind }: TypedDraft) => `${PREFIX}${writer} ${kind}`;

/**
 * Keeps what a field holds now; resolves when the newest is on the disk.
 * @param sealed the words belong to a file whose text is sealed
 */
export function typeDraft(draft: TypedDraft, sealed: boolean): Promise<void> {
  const place = placeOf(draft);
  newest.set(place, draft);
  try {
    if (!sealed) localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // No room there; the database has the words a moment later.
  }
  const running = writing.get(place) ?? writeNewest(place).finally(() => writing.delete(place));
  writing.set(place, running);
  return running;
}

async function writeNewest(place: string): Promise<void> {
  for (;;) {
    const draft = newest.get(place);
    if (!draft) return;
    await keepDraft(draft, draft.kind, draft.text, draft.writer, draft.seen);
    if (newest.get(place) !== draft) continue;
    newest.delete(place);
    localStorage.removeItem(place);
  }
}

/** Stores the words that a page took along when it closed in mid-sentence; before drafts are read. */
export async function recoverDrafts(): Promise<void> {
  const places = Object.keys(localStorage).filter((place) => place.startsWith(PREFIX) && !newest.has(place));
  for (const place of places) {
    const parsed = draftSchema.safeParse(JSON.parse(localStorage.getItem(place) ?? 'null'));
    if (parsed.success) await keepDraft(parsed.data, parsed.data.kind, parsed.data.text, parsed.data.writer, parsed.data.seen);
    localStorage.removeItem(place);
  }
}
