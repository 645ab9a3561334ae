import { maskPersonal } from '../clock/mask';

/** Fields of a file or an entry in which people leave numbers and addresses. */
const TEXTS = ['text', 'passedTo', 'settledHow', 'classReason', 'product', 'model'] as const;

/**
 * A file's or an entry's fields without phone and ID numbers, e-mail and street addresses. Order
 * numbers stay: they say nothing outside the shop.
 */
export function masked<T extends object>(record: T): T {
  const fields = record as Record<string, unknown>;
  const change: Record<string, unknown> = {};
  if (typeof fields['contact'] === 'string' && fields['contact']) change['contact'] = '***';
  if (typeof fields['address'] === 'string' && fields['address']) change['address'] = '***';
  for (const name of TEXTS) if (typeof fields[name] === 'string') change[name] = maskPersonal(fields[name]);
  if (Array.isArray(fields['steps'])) change['steps'] = fields['steps'].map((step: { text: string }) => ({ ...step, text: maskPersonal(step.text) }));
  return { ...record, ...change };
}
