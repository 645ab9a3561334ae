import type { Pending } from '@/handover/fill';
import { fill } from '@/handover/fill';
import { newSheet } from '@/handover/sheet';
import type { Sheet } from '@/handover/sheet';

/** 2026-11-24 17:40 UTC. */
export const T0 = Date.UTC(2026, 10, 24, 17, 40);
export const shift = { from: T0 - 8 * 3_600_000, to: T0 + 20 * 60_000 };

export const waiting: Pending = { kind: 'waiting', from: 'waits shop.example amy', customer: 'Amy', site: 'shop.example', at: T0 - 60_000, text: '' };
export const promise: Pending = { kind: 'promise', from: 'followUps 7', customer: '林女士', site: 'shop.example', at: T0 + 3_600_000, text: '12 号前发货' };

/** Ids in the order in which points come: p1, p2 … */
export function ids(): () => string {
  let last = 0;
  return () => `p${(last += 1)}`;
}

/** A draft filled with these. */
export function draft(...pending: Pending[]): Sheet {
  return fill(newSheet('s1', shift, T0), pending, T0, ids());
}
