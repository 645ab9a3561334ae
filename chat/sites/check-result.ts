import { z } from 'zod';

/**
 * What a check of a page found, as it comes from the page's frame to the page of ours that asked.
 * Apart from the checking itself, so that Zod is not loaded into the shop's page.
 */

const findingSchema = z.object({
  part: z.enum(['composer', 'send', 'list', 'messages', 'customer', 'agent', 'chats', 'customerName']),
  /** The selector that matched; null when none did. */
  css: z.string().nullable(),
  /** Which of the fallbacks that is, from 1, and of how many. */
  at: z.number().int().min(0),
  of: z.number().int().min(1),
  /** How many elements it finds. */
  count: z.number().int().min(0),
});
/** One thing that a profile looks for, and how many of it the page has now. */
export type SiteFinding = z.infer<typeof findingSchema>;

export const frameCheckSchema = z.object({
  /** Host and path of the frame. */
  address: z.string(),
  /** How the chat was found that the panel is on: a profile's id or `auto`; null when there is none. */
  attached: z.object({ site: z.string(), fallback: z.boolean() }).nullable(),
  /** What is found without any profile; null when that is no chat. */
  look: z.object({ send: z.boolean(), messages: z.number().int(), last: z.string() }).nullable(),
  profiles: z.array(
    z.object({
      id: z.string(),
      name: z.object({ 'zh-CN': z.string(), en: z.string() }),
      /** The chat is found and messages are read by it. */
      works: z.boolean(),
      findings: z.array(findingSchema),
    }),
  ),
});
export type FrameCheck = z.infer<typeof frameCheckSchema>;
