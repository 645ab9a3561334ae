import { Fault } from '../locales/fault';
import { namesWith } from './customers';
import { database } from './database';
import { changeFiles, readCustomer } from './files';
import { customerSchema, joinableFields, secrecies } from './records-customers';
import type { CustomerFile } from './records-customers';
import { reveal } from './sealing';

/**
 * Merges one person's second file into the first. The second stays stored with its own site, key
 * and timeline, and is shown in the first; what the first had not, it gets from the second. The
 * stricter secrecy holds for both. Does nothing when one of them is gone, or is merged already.
 * @throws Fault `locked` when one of them is sealed
 */
export function joinFiles(headId: string, otherId: string): Promise<void> {
  return changeFiles(async (touch) => {
    const [head, other] = [await plainCustomer(headId), await plainCustomer(otherId)];
    if (!head || !other || headId === otherId || head.joined || other.joined) return;
    const now = Date.now();
    touch(headId, otherId);
    const fields = [...joinableFields, 'customerClass' as const].filter((field) => !head[field] && other[field]);
    const fresh = <K extends 'tags' | 'orderNumbers'>(key: K) => other[key].filter((one) => !head[key].includes(one));
    const names = [...other.otherNames, other.name].filter((name) => name && name !== head.name && !head.otherNames.includes(name));
    const gave = { fields, tags: fresh('tags'), orderNumbers: fresh('orderNumbers'), otherNames: [...new Set(names)] };
    const secrecy = secrecies[Math.max(secrecies.indexOf(head.secrecy), secrecies.indexOf(other.secrecy))];
    const given = Object.fromEntries(fields.map((field) => [field, other[field]]));
    await database.customers.bulkPut([
      customerSchema.parse({
        ...head,
        ...given,
        secrecy,
        tags: [...head.tags, ...gave.tags].slice(0, 50),
        orderNumbers: [...head.orderNumbers, ...gave.orderNumbers].slice(0, 200),
        otherNames: gave.otherNames.reduce(namesWith, head.otherNames),
        updatedAt: now,
        activeAt: now,
      }),
      customerSchema.parse({ ...other, secrecy, joined: { into: headId, at: now, gave }, updatedAt: now, activeAt: 0 }),
    ]);
  });
}

/**
 * Parts a file from the one it was merged into: both are as before, with what was written since on
 * the head. A field that was changed since stays as it is. Does nothing when it was not merged.
 */
export function partFile(id: string): Promise<void> {
  return changeFiles(async (touch) => {
    const other = await plainCustomer(id);
    if (!other?.joined) return;
    const now = Date.now();
    const head = await plainCustomer(other.joined.into);
    touch(id, other.joined.into);
    await database.customers.put(customerSchema.parse({ ...other, joined: null, updatedAt: now, activeAt: now }));
    if (head) await database.customers.put(customerSchema.parse({ ...without(head, other, other.joined.gave), updatedAt: now, activeAt: now }));
  });
}

/** @throws Fault `locked`: what two files have to give each other cannot be seen */
async function plainCustomer(id: string): Promise<CustomerFile | null> {
  const stored = await readCustomer(id);
  const [plain = null] = await reveal('customers', stored ? [stored] : []);
  if (plain?.sealed) throw new Fault('locked');
  return plain;
}

function without(head: CustomerFile, other: CustomerFile, gave: NonNullable<CustomerFile['joined']>['gave']): CustomerFile {
  const taken = gave.fields.filter((field) => head[field] === other[field]);
  return {
    ...head,
    ...Object.fromEntries(taken.map((field) => [field, field === 'customerClass' ? null : ''])),
    tags: head.tags.filter((one) => !gave.tags.includes(one)),
    orderNumbers: head.orderNumbers.filter((one) => !gave.orderNumbers.includes(one)),
    otherNames: head.otherNames.filter((one) => !gave.otherNames.includes(one)),
  };
}
