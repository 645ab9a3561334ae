import { z } from 'zod';

/** Kinds of fields that the schemas of stored records share. */

export const id = z.string().min(1).max(100);
/** Epoch ms. */
export const time = z.number().int().nonnegative();
/** Host name of the console, `practice` for the built-in practice shop, `own` for a file made by hand. */
export const site = z.string().min(1).max(253);
export const line = (max: number) => z.string().max(max);
