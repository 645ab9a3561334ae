import { unseal } from '../secrecy/seal';
import { database } from './database';
import { findCustomer } from './files';
import { parseRecords } from './parse';
import { typedTextSchema } from './records';
import type { TypedText } from './records';
import { draftField, draftRows, hasSealedText, sealedDraft, ownField } from './draft-fields';
import { readVaults, unlockedKeys } from './vault';

/**
 * What is being typed on a customer: sealed where the file's text is, by the public key while the
 * vault is locked. The panel and a locked vault's pages do not see what was typed before on a file
 * that is not open; so there each writer has a row of its own, and nobody writes over what they have
 * not seen. On an open file a field is one row.
 */
interface Who {
  site: string;
  key: string;
}

/** What was being typed in one field. */
export interface Typed {
  text: string;
  /** Rows that the text was read from: the next write replaces them. */
  rows: string[];
}

/**
 * Keeps the text of a field; an empty one is forgotten.
 * @param writer id of the form that is typed in, for as long as it stands
 * @param seen rows whose text the form has taken over
 * @throws Fault `no-vault` when it is to be sealed and there is no vault at all
 */
export function keepDraft(who: Who, kind: string, text: string, writer: string, seen: string[] = []): Promise<void> {
  const { customers, vaults, typedTexts } = database;
  return database.transaction('rw', customers, vaults, typedTexts, async () => {
    const file = await findCustomer(who.site, who.key);
    const plain = draftField(who, kind);
    const own = ownField(plain, writer);
    const secrecy = file?.secrecy ?? 'open';
    const field = secrecy === 'open' ? plain : own;
    await typedTexts.bulkDelete([field, own, ...seen]);
    if (text) await typedTexts.put(hasSealedText(secrecy) ? sealedDraft(field, text, await readVaults()) : { field, text, at: Date.now() });
  });
}

/** What was being typed in these fields of a customer, by field, as far as it is unlocked. */
export async function readDrafts(who: Who, kinds: string[]): Promise<Map<string, Typed>> {
  const vaults = await readVaults();
  const read = new Map<string, Typed>();
  for (const kind of kinds) {
    const rows = await rowsOf(draftField(who, kind));
    const opened = rows.flatMap((row) => {
      const text = textOf(row, vaults);
      return text === null ? [] : [{ text, field: row.field }];
    });
    const text = opened.map((one) => one.text).filter(Boolean).join('\n');
    read.set(kind, { text, rows: opened.map(({ field }) => field) });
  }
  return read;
}

/** What was being typed, for the shop's page: nothing of a file that is not open. */
export async function readOpenDraft(who: Who, kind: string): Promise<string> {
  const file = await findCustomer(who.site, who.key);
  if (file && file.secrecy !== 'open') return '';
  return (await readDrafts(who, [kind])).get(kind)?.text ?? '';
}

async function rowsOf(plain: string): Promise<TypedText[]> {
  const stored = await database.typedTexts.bulkGet(await draftRows([plain]));
  return parseRecords('typedTexts', typedTextSchema, stored.filter(Boolean)).records.sort((a, b) => a.at - b.at);
}

/** Null while it is locked. */
function textOf({ field, text, sealed }: TypedText, vaults: Awaited<ReturnType<typeof readVaults>>): string | null {
  if (!sealed) return text;
  const vault = vaults.find(({ id }) => id === sealed.vault);
  const key = vault && unlockedKeys().get(vault.id);
  const values = vault && key ? (unseal(vault, key, `typedTexts ${field}`, sealed) as { text?: unknown } | null) : null;
  return typeof values?.text === 'string' ? values.text : null;
}
