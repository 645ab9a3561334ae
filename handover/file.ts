import { z } from 'zod';
import { Fault } from '../locales/fault.ts';
import { sheetSchema } from './sheet.ts';
import type { Sheet } from './sheet.ts';

/** The head of a sheet's file; see docs/formats.md. */
export const HANDOVER_FORMAT = 'chatside-handover';
export const HANDOVER_VERSION = 1;

const headSchema = z.object({ format: z.literal(HANDOVER_FORMAT), version: z.number().int().positive() });

/** A sheet as a file, complete. */
export function sheetAsFile(sheet: Sheet): string {
  return `${JSON.stringify({ format: HANDOVER_FORMAT, version: HANDOVER_VERSION, sheet }, null, 2)}\n`;
}

/**
 * The sheet in a file.
 * @param name the file's name, for the sentence
 * @throws Fault `handover-foreign` for another format, `handover-newer` for a newer version,
 *   `handover-damaged` with the first field that is wrong
 */
export function sheetFromFile(text: string, name: string): Sheet {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Fault('handover-foreign', name);
  }
  const head = headSchema.safeParse(json);
  if (!head.success) throw new Fault('handover-foreign', name);
  if (head.data.version > HANDOVER_VERSION) throw new Fault('handover-newer', name);
  const read = sheetSchema.safeParse((json as { sheet?: unknown }).sheet);
  if (read.success) return read.data;
  throw new Fault('handover-damaged', `${name}: ${['sheet', ...(read.error.issues[0]?.path ?? [])].join('.')}`);
}
