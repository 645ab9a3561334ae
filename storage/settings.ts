import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import { wordSettingsSchema } from '../banned-words/settings';
import { presetSchema } from '../clock/preset';
import { houseStandard, standardSchema } from '../practice/standard';
import { readManaged, watchManaged } from './managed';

/**
 * Settings live in `browser.storage.local` as typed, versioned items. A value that does not fit
 * its schema (damaged, or written by another version) counts as not set.
 */

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** `HH:MM` */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const keptDays = z.number().int().min(1).max(36_500).nullable();

export const settingsSchema = z.object({
  /** null: as the browser says. */
  language: z.enum(languages).nullable().catch(null),
  theme: z.enum(['auto', 'light', 'dark']).catch('auto'),
  /** Signs notes and fills `{agent}`. */
  agentName: z.string().max(100).catch(''),
  /** Fills `{shop}`. */
  shopName: z.string().max(100).catch(''),
  /** A customer should not wait longer, in ms. House rule: 20 s. */
  targetMs: z.number().int().min(1000).max(86_400_000).catch(20_000),
  /** False: no times are kept at all. */
  keepTimes: z.boolean().catch(true),
  /** Times older than this many days are deleted. */
  keepDays: z.number().int().min(1).max(3650).catch(400),
  /** Longest wait on single sites, by host name, in ms; the others have `targetMs`. */
  targets: z.record(z.string().min(1).max(253), z.number().int().min(1000).max(86_400_000)).catch({}),
  /** The toolbar badge counts who is waiting. */
  callByBadge: z.boolean().catch(true),
  /** So does the tab's title. Off at first: it is the page's own. */
  callByTitle: z.boolean().catch(false),
  callBySound: z.boolean().catch(false),
  callByNotification: z.boolean().catch(false),
  /** Ids of built-in packs that are not in use. */
  packsOff: z.array(z.string().max(80)).max(100).catch([]),
  /** A notification when a follow-up, a promise or a complaint is due. */
  remindByNotification: z.boolean().catch(false),
  /** Deadlines of complaints; house rule: noted the same day, answered in 24 hours, settled in 3 days. */
  complaintLimits: z
    .object({
      noteDays: z.number().int().min(0).max(30),
      answerHours: z.number().int().min(1).max(720),
      closeDays: z.number().int().min(1).max(90),
    })
    .catch({ noteDays: 0, answerHours: 24, closeDays: 3 }),
  /** The lead's switches for banned words. */
  words: wordSettingsSchema.catch(() => wordSettingsSchema.parse({})),
  /** Local hours of the agent's own shift. `to` before `from` runs past midnight. */
  shift: z.object({ from: timeOfDay, to: timeOfDay }).catch({ from: '09:00', to: '18:00' }),
  /** A reminder of the handover 15 minutes before the shift's end. */
  remindHandover: z.boolean().catch(false),
  /** Days that files of each class are kept after their last change; null: for ever. */
  keepFiles: z
    .object({ A: keptDays, B: keptDays, C: keptDays, D: keptDays, none: keptDays })
    .catch({ A: null, B: null, C: null, D: null, none: null }),
  /** What a trainee must show on the practice shop before they serve. */
  practiceStandard: standardSchema.catch(houseStandard),
  /** Measures that a lead wrote. */
  presets: z.array(presetSchema).max(50).catch([]),
});
export type Settings = z.infer<typeof settingsSchema>;

const settingsItem = storage.defineItem<unknown>('local:settings', { fallback: {} });

/** The settings: the administrator's locked ones before the user's, these before the administrator's defaults; what is missing or damaged at ours. */
export async function readSettings(): Promise<Settings> {
  const [own, managed] = await Promise.all([readOwn(), readManaged()]);
  return settingsSchema.parse({ ...managed.defaults, ...own, ...managed.locked });
}

/** What was set on this computer, as it is stored. */
async function readOwn(): Promise<object> {
  const stored = await settingsItem.getValue();
  return typeof stored === 'object' && stored !== null ? stored : {};
}

/** Changes some settings; the rest stays. */
export function changeSettings(change: Partial<Settings>): Promise<void> {
  return oneAtATime('settings', async () => {
    await settingsItem.setValue({ ...(await readOwn()), ...change });
  });
}

/** Calls back at each change, the administrator's too, until the returned function is called. */
export function watchSettings(onChange: (settings: Settings) => void): () => void {
  const tell = () => void readSettings().then(onChange);
  const ends = [settingsItem.watch(tell), watchManaged(tell)];
  return () => ends.forEach((end) => end());
}

/** Where the panel stands on one site. */
export const placementSchema = z.object({
  side: z.enum(['left', 'right']).catch('right'),
  folded: z.boolean().catch(false),
  /** Offset of the floating panel's top left corner, CSS px of the viewport; null: docked. */
  at: z.object({ x: z.number().int(), y: z.number().int() }).nullable().catch(null),
});
export type Placement = z.infer<typeof placementSchema>;

const placementsItem = storage.defineItem<unknown>('local:placements', { fallback: {} });
const placementsSchema = z.record(z.string(), placementSchema).catch({});

/** Where the panel was left on this site, or its first place. */
export async function readPlacement(site: string): Promise<Placement> {
  return (await parse(placementsItem, placementsSchema))[site] ?? placementSchema.parse({});
}

/** Remembers where the panel stands on this site. */
export function keepPlacement(site: string, placement: Placement): Promise<void> {
  return oneAtATime('placements', async () => {
    const all = await parse(placementsItem, placementsSchema);
    await placementsItem.setValue({ ...all, [site]: placement });
  });
}

/** Two pages that change the same item at once would each lose the other's change. */
function oneAtATime(item: string, change: () => Promise<void>): Promise<void> {
  return navigator.locks.request(`chatside.${item}`, change);
}

async function parse<S extends z.ZodType>(
  item: { getValue(): Promise<unknown> },
  schema: S,
): Promise<z.infer<S>> {
  return schema.parse((await item.getValue()) ?? {});
}
