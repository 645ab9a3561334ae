import { database } from './database';
import { typedTextSchema } from './records';

/**
 * Text that is being typed, kept until it is stored where it belongs: a popup closes in
 * mid-sentence, a page reloads, a browser is killed. What is typed on a customer is in drafts-on.ts.
 * @param field which field it is typed in; the same field finds it again
 */
export async function keepTyped(field: string, text: string): Promise<void> {
  if (text) await database.typedTexts.put({ field, text, at: Date.now() });
  else await database.typedTexts.delete(field);
}

/** What was being typed in this field; empty when nothing was. */
export async function readTyped(field: string): Promise<string> {
  const parsed = typedTextSchema.safeParse(await database.typedTexts.get(field));
  return parsed.success ? parsed.data.text : '';
}

/** Fields that begin so and hold text, the one typed in last first. */
export async function typedFields(prefix: string): Promise<string[]> {
  const found = await database.typedTexts.where('field').startsWith(prefix).toArray();
  return found.sort((a, b) => b.at - a.at).map(({ field }) => field);
}
