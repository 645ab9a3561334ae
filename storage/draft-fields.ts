import { Fault } from '../locales/fault';
import { seal } from '../secrecy/seal';
import { database } from './database';
import type { TypedText } from './records';
import type { Secrecy } from './records-customers';
import { unlockedKeys } from './vault';
import type { StoredVault } from './records-vault';

/** The rows in which drafts on customers are kept; see drafts-on.ts. */

/** Kinds of a complaint's fields; each with the complaint's id behind it. */
export const complaintDrafts = ['step', 'passed', 'settled', 'look'];

/** The field in which something on this person is typed; the panel's note has the same. */
export function draftField({ site, key }: { site: string; key: string }, kind: string): string {
  return `${site} ${kind} ${key}`;
}

/** A writer's own row of a field. */
export function ownField(plain: string, writer: string): string {
  return `${plain}\u0000${writer}`;
}

/** Every field in which something on a person may be being typed. */
export function draftKinds(complaintIds: string[]): string[] {
  return ['note', ...complaintIds.flatMap((id) => complaintDrafts.map((kind) => `${kind} ${id}`))];
}

/** Rows of these fields, sealed ones too; their keys. */
export async function draftRows(fields: string[]): Promise<string[]> {
  if (fields.length === 0) return [];
  const own = await database.typedTexts.where('field').startsWithAnyOf(fields.map((field) => ownField(field, ''))).primaryKeys();
  const clear = await database.typedTexts.where('field').anyOf(fields).primaryKeys();
  return [...clear, ...own];
}

/** Files of this secrecy have all that was written in them sealed. */
export function hasSealedText(secrecy: Secrecy): boolean {
  return secrecy === 'confidential' || secrecy === 'topSecret';
}

/** @throws Fault `no-vault` */
export function sealedDraft(field: string, text: string, vaults: StoredVault[]): TypedText {
  // Where only another computer's vault came along with its files, better to it than lost.
  const mine = vaults.find(({ inUse }) => inUse) ?? vaults[0];
  if (!mine) throw new Fault('no-vault');
  return { field, text: '', sealed: seal(mine, unlockedKeys().get(mine.id) ?? null, `typedTexts ${field}`, { text }), at: Date.now() };
}

/** Seals what stands in the clear in these fields: the file they belong to is confidential from now on. */
export async function sealDrafts(fields: string[], vaults: StoredVault[]): Promise<void> {
  for (const row of await database.typedTexts.bulkGet(await draftRows(fields))) {
    if (!row || typeof row.text !== 'string' || row.text === '') continue;
    await database.typedTexts.delete(row.field);
    const field = row.field.includes('\u0000') ? row.field : ownField(row.field, crypto.randomUUID());
    await database.typedTexts.put({ ...sealedDraft(field, row.text, vaults), at: row.at });
  }
}
