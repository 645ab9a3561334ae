import { z } from 'zod';
import { Fault } from '../../locales/fault';
import { database } from '../database';
import { openBackup } from './file';
import { rowSchemas } from './tables';
import { decode, hasBinary } from './values';

const backupSchema = z.object({
  schema: z.number().int().positive(),
  madeAt: z.iso.datetime(),
  settings: z.record(z.string(), z.unknown()),
  tables: z.record(z.string(), z.array(z.unknown())),
});

/** A backup that was read and found whole. Nothing is changed yet. */
export interface Backup {
  /** The file's name. */
  name: string;
  /** ISO 8601, UTC. */
  madeAt: string;
  settings: Record<string, unknown>;
  tables: Record<string, unknown[]>;
}

/** Rows between two rests, so that the page goes on living. */
const SLICE = 2000;

/**
 * Reads a backup file and parses each row of it.
 * @param passphrase null: none was given yet
 * @returns null when it needs a passphrase
 * @throws Fault those of `openBackup`; `backup-row` with file, table and row
 */
export async function readBackup(file: File, passphrase: string | null = null): Promise<Backup | null> {
  const data = await openBackup(file, passphrase);
  if (data === null) return null;
  const parsed = backupSchema.safeParse(data);
  if (!parsed.success) throw new Fault('backup-damaged', file.name);
  const { schema, madeAt, settings, tables } = parsed.data;
  if (schema > database.verno) throw new Fault('backup-newer', file.name);
  for (const [name, rows] of Object.entries(tables)) {
    const rowSchema = Object.hasOwn(rowSchemas, name) ? rowSchemas[name] : undefined;
    if (!rowSchema) throw new Fault('backup-newer', file.name);
    for (const [index, row] of rows.entries()) {
      const value = isCoded(row) ? decode(row) : row;
      const fits = rowSchema.safeParse(value);
      if (!fits.success) throw new Fault('backup-row', `${file.name}, ${name} ${index + 1}: ${fits.error.issues[0]?.path.join('.') ?? ''}`);
      // As it was written, not as it was parsed: a default that is filled in would be a change.
      rows[index] = value;
      if (index % SLICE === SLICE - 1) await new Promise((resolve) => void setTimeout(resolve, 0));
    }
  }
  return { name: file.name, madeAt, settings, tables };
}

function isCoded(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  return hasBinary(row) || Object.keys(row).some((key) => key === '$bytes' || key === '$blob') || Object.values(row).some(isCoded);
}
