import { database } from './database';
import { clockStateSchema, typedTextSchema } from './records';

/**
 * Text that is being typed, kept until it is stored where it belongs: a popup closes in
 * mid-sentence, a page reloads, a browser is killed.
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

/** Keeps the clock of a site over a reload. */
export async function keepClock(site: string, state: string): Promise<void> {
  await database.clockStates.put({ site, state, at: Date.now() });
}

/** Forgets the clocks of all sites. */
export async function forgetClocks(): Promise<void> {
  await database.clockStates.clear();
}

/** The clock as it was kept for a site, or null. */
export async function readClock(site: string): Promise<string | null> {
  const parsed = clockStateSchema.safeParse(await database.clockStates.get(site));
  return parsed.success ? parsed.data.state : null;
}
