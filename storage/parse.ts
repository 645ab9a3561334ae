import type { z } from 'zod';

/** A stored record that no longer fits its schema. It stays where it is, untouched. */
export interface RecordFault {
  table: string;
  id: string;
  /** The first field that is wrong, as a path. */
  field: string;
}

/** Records that are whole, and the faults of those that are not. */
export interface Parsed<T> {
  records: T[];
  faults: RecordFault[];
}

/**
 * Parses stored records one by one: a damaged one is named and passed over, the rest goes on.
 * @param table name for the fault message
 */
export function parseRecords<S extends z.ZodType>(
  table: string,
  schema: S,
  stored: unknown[],
): Parsed<z.infer<S>> {
  const parsed: Parsed<z.infer<S>> = { records: [], faults: [] };
  for (const entry of stored) {
    const result = schema.safeParse(entry);
    if (result.success) parsed.records.push(result.data);
    else {
      const key = (entry as { id?: unknown } | null)?.id;
      parsed.faults.push({
        table,
        id: typeof key === 'string' ? key : '?',
        field: result.error.issues[0]?.path.join('.') ?? '',
      });
    }
  }
  return parsed;
}
