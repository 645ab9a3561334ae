import type { Excuses } from './excused.ts';
import type { WordSettings } from './settings.ts';

/** What is known around a text that is checked. */
export interface CheckContext {
  /** The agent's latest messages in this chat, oldest first. */
  recent?: readonly string[];
  /** Host name of the console: the lead's switches for a site go by it. */
  site?: string;
  settings?: WordSettings;
  /** What was said to be no fault here. */
  excuses?: Excuses;
  /** What the customer wrote last; words quoted from it are no fault. */
  customerText?: string;
}
