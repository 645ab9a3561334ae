import type { DBCore, DBCoreMutateRequest, DBCoreTable, Middleware } from 'dexie';
import { DAY } from '../clock/zone';

/** A change of more waits than this forgets every packed day, instead of looking up which. */
const MANY = 2000;

/**
 * Whoever changes `waits` forgets the packed days that they are in, within the same transaction: storing, pruning,
 * restoring a backup, merging. Below Dexie's tables, so that nobody has to think of it.
 */
export const forgetWaitDays: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'forget-wait-days',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) =>
      core.transaction(mode === 'readwrite' && stores.includes('waits') ? [...new Set([...stores, 'waitDays'])] : stores, mode, options),
    table: (name) => {
      const table = core.table(name);
      if (name !== 'waits') return table;
      // Looked up with each change: while version 1 is upgraded it is not there yet.
      return { ...table, mutate: (request) => forget(table, core.table('waitDays'), request).then(() => table.mutate(request)) };
    },
  }),
};

function forget(waits: DBCoreTable, days: DBCoreTable, request: DBCoreMutateRequest): Promise<unknown> {
  const { trans } = request;
  const all = () => days.mutate({ type: 'deleteRange', trans, range: { type: 3, lower: undefined, upper: undefined } });
  if (request.type === 'deleteRange') return all();
  const values: unknown[] = request.type === 'delete' ? [] : [...request.values];
  const keys = request.type === 'delete' ? request.keys : values.map((value) => (value as { id: string }).id);
  if (keys.length > MANY) return all();
  return waits.getMany({ trans, keys }).then((before) => {
    const touched = [...before, ...values].map((wait) => Math.floor(((wait as { since?: number } | undefined)?.since ?? NaN) / DAY));
    const distinct = [...new Set(touched)].filter((day) => !Number.isNaN(day));
    return distinct.length === 0 ? undefined : days.mutate({ type: 'delete', trans, keys: distinct });
  });
}
