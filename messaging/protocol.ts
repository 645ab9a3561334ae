import { z } from 'zod';
import type { CompactWords } from '../banned-words';
import { wordSettingsSchema } from '../banned-words/settings';
import { siteProfileSchema } from '../chat/sites/profile';
import type { SiteProfile } from '../chat/sites/profile';
import type { Reply } from '../packs/format';
import { pictureIdSchema, pictureSchema } from '../packs/picture';
import type { ReplyIndex } from '../replies/reply-index';
import { questionSchema, waitRecordSchema } from '../storage/records';
import { sentMessageSchema, wordExceptionSchema } from '../storage/records-words';
import { faultSchema } from '../locales/fault';

/**
 * Every message between a content script or extension page and the background, by name. Requests
 * are parsed in the background on arrival, answers where they are asked for.
 *
 * The site of a page is never taken from a message: the background reads it off the sender.
 */

const time = z.number().int().nonnegative();
const who = z.strictObject({ key: z.string().min(1).max(500), name: z.string().max(500) });

const noteView = z.object({ id: z.string(), text: z.string(), author: z.string(), createdAt: time });
const fileView = z.object({
  /** Null while nothing is kept on this customer. */
  id: z.string().nullable(),
  secrecy: z.enum(['open', 'secret', 'confidential', 'topSecret']),
  customerClass: z.enum(['A', 'B', 'C', 'D']).nullable(),
  /** Those that the page may see; `noteCount` counts all. */
  notes: z.array(noteView),
  noteCount: z.number(),
  openComplaints: z.number(),
  /** Promises that are not kept yet, the nearest first, and how many there are in all. */
  promises: z.array(z.object({ id: z.string(), text: z.string(), dueAt: time })),
  promiseCount: z.number(),
});
/** What the page's panel may know of a customer. */
export type CustomerView = z.infer<typeof fileView>;

const placement = z.object({
  side: z.enum(['left', 'right']),
  folded: z.boolean(),
  at: z.object({ x: z.number().int(), y: z.number().int() }).nullable(),
});

const finishedWait = waitRecordSchema.omit({ site: true }).extend({ question: questionSchema.shape.text.optional() });

const lateWait = z.strictObject({ customerKey: who.shape.key, customerName: who.shape.name, since: time });

const hold = z.strictObject({
  customerKey: z.string().max(500),
  hits: z
    .array(z.strictObject({ term: z.string().max(200), category: z.string().max(40), level: z.enum(['block', 'warn', 'advise']) }))
    .max(200),
  action: z.enum(['held', 'sent-anyway']),
  why: z.string().max(500),
});

const newException = z.strictObject(
  wordExceptionSchema.pick({ term: true, category: true, level: true, pack: true, found: true, text: true, whole: true }).shape,
);
/** What is excused on the sender's site. */
const excuses = z.array(z.object({ term: z.string(), text: z.string(), whole: z.boolean(), accepted: z.boolean() }));

/** A reply with the id and the language of its pack. */
export type PackedReply = Reply & { pack: string; language: 'zh-CN' | 'en' };

/** Trusted as they come: made by our own background out of parsed packs. */
const compactWords = z.custom<CompactWords>((value) => typeof value === 'object' && value !== null);
const readings = z.custom<ReplyIndex['readings']>((value) => typeof value === 'object' && value !== null);
const otherwise = z.custom<ReplyIndex['otherwise']>(Array.isArray);
const language = z.enum(['zh-CN', 'en']);
const theme = z.enum(['auto', 'light', 'dark']);
/** `token`: made up by each frame's picker. */
const pickerFront = z.strictObject({ token: z.string().max(60), state: z.enum(['pointed', 'picked', 'ended']) });
const profiles = z.custom<SiteProfile[]>(Array.isArray);
const replies = z.custom<PackedReply[]>(Array.isArray);

const pictureRef = z.strictObject({ pack: z.string().min(1).max(80), id: pictureIdSchema });
/** `<pack>/<reply>` */
const replyKey = z.string().min(1).max(200);
const count = z.number().int().min(0).max(10_000);
const nothing = z.strictObject({});
const done = z.object({});

export const protocol = {
  /** Puts the panel's script into the sender's frame. */
  'panel.load': { request: nothing, answer: done },
  /** Site profiles to try on the sender's page. */
  'site.profiles': { request: nothing, answer: z.object({ profiles }) },
  /** Stores a profile that was picked on the sender's page; its host and id are the sender's. */
  'site.keep': { request: z.strictObject({ profile: siteProfileSchema }), answer: done },
  /** Puts the picker into the sender's tab. */
  'picker.load': { request: nothing, answer: done },
  'picker.begin': { request: nothing, answer: z.object({ site: z.string(), language, theme }) },
  /** Tells the pickers in the tab's other frames that this one is pointed in, was picked in, or ended. */
  'picker.front': { request: pickerFront, answer: done },
  /** Everything that the panel needs to begin. */
  'panel.begin': {
    request: nothing,
    answer: z.object({
      site: z.string(),
      language,
      theme,
      agentName: z.string(),
      shopName: z.string(),
      targetMs: z.number(),
      /** What the page itself does to call the agent; badge and notification are the background's. */
      calls: z.object({ title: z.boolean(), sound: z.boolean() }),
      /** The lead's switches for banned words. */
      wordSettings: wordSettingsSchema,
      excuses,
      placement,
      /** Uses of replies on this site, by `<pack>/<reply>`. */
      uses: z.array(z.object({ reply: z.string(), count: z.number(), lastUsed: time })),
      /** The clock as it was kept for this site, or null. */
      clock: z.string().nullable(),
    }),
  },
  /** The words in use; megabytes, so asked for apart from the settings. */
  'panel.packs': { request: nothing, answer: z.object({ words: compactWords }) },
  /** Some of the replies in use, with how their texts are read; `stamp` is that of the piece before. */
  'panel.replies': {
    request: z.strictObject({ from: z.number().int().min(0).max(1_000_000), stamp: z.string().max(60) }),
    answer: z.object({ stamp: z.string(), from: z.number(), replies, readings, otherwise, more: z.boolean() }),
  },
  'panel.place': { request: z.strictObject({ placement }), answer: done },
  /** What is kept on the customer of the open chat. */
  'customer.view': { request: z.strictObject({ key: who.shape.key }), answer: fileView },
  'note.add': {
    request: z.strictObject({ customer: who, text: z.string().trim().min(1).max(20_000) }),
    answer: fileView,
  },
  /** Finished waits, to be stored by their id, and ids of such as turned out to be none. */
  'waits.store': {
    request: z.strictObject({
      waits: z.array(finishedWait).max(1000),
      forget: z.array(waitRecordSchema.shape.id).max(1000),
    }),
    answer: done,
  },
  /** How many wait on this page, and of them how many too long: for the toolbar badge. */
  'waits.count': { request: z.strictObject({ waiting: count, late: count }), answer: done },
  /** Tells the agent of those who wait too long, once over all tabs; the tab plays the tone when it is told to. */
  'waits.alert': {
    request: z.strictObject({ late: z.array(lateWait).min(1).max(100) }),
    answer: z.object({ told: z.array(z.string()), tone: z.boolean(), againMs: z.number().nullable() }),
  },
  'clock.keep': { request: z.strictObject({ state: z.string().max(1_000_000) }), answer: done },
  'hold.store': { request: hold, answer: done },
  /** An agent says that a find is no fault here. */
  'exception.store': { request: newException, answer: z.object({ id: z.string(), excuses }) },
  /** The agent takes that back, as long as the lead has not accepted it. */
  'exception.withdraw': { request: z.strictObject({ id: wordExceptionSchema.shape.id }), answer: z.object({ excuses }) },
  /** A message that was sent, to try new words on. */
  'sent.store': { request: z.strictObject({ text: sentMessageSchema.shape.text }), answer: done },
  'reply.used': { request: z.strictObject({ reply: replyKey }), answer: done },
  /** What became of a message that came from a reply; `customerKey`: this customer has now had the reply. */
  'reply.outcome': {
    request: z.strictObject({ reply: replyKey, outcome: z.enum(['sent', 'edited', 'held']), customerKey: who.shape.key.nullable() }),
    answer: done,
  },
  /** The replies that a customer has had. */
  'reply.had': {
    request: z.strictObject({ key: who.shape.key }),
    answer: z.object({ replies: z.array(z.object({ reply: z.string(), count: z.number(), at: time })) }),
  },
  /** Small copies of pictures for the offers. */
  'picture.thumbnails': {
    request: z.strictObject({ pictures: z.array(pictureRef).max(100) }),
    answer: z.object({ thumbnails: z.array(z.object({ pack: z.string(), id: z.string(), alt: z.string(), data: z.string().nullable() })) }),
  },
  /** One whole picture, base64: asked for when it is put into a chat box, and only then. */
  'picture.read': { request: pictureRef, answer: z.object({ picture: pictureSchema.nullable() }) },
  /** A note that is being typed in the panel; an empty one forgets it. `writer`: as in storage/drafts-on.ts. */
  'typed.keep': { request: z.strictObject({ key: who.shape.key, writer: z.string().min(1).max(60), text: z.string().max(20_000) }), answer: done },
  'typed.read': { request: z.strictObject({ key: who.shape.key }), answer: z.object({ text: z.string() }) },
} as const;

export type Name = keyof typeof protocol;
export type Request<N extends Name> = z.output<(typeof protocol)[N]['request']>;
export type Answer<N extends Name> = z.output<(typeof protocol)[N]['answer']>;

/** How a message travels. */
export const envelopeSchema = z.object({ name: z.string(), request: z.unknown() });
/** What comes back. `sentence` is the fault in the user's language. */
export const replySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), answer: z.unknown() }),
  z.object({ ok: z.literal(false), fault: faultSchema, sentence: z.string() }),
]);

/** Short notices from the background to the content scripts of a tab. */
export const noticeSchema = z.discriminatedUnion('notice', [
  /** The user's shortcut was pressed. */
  z.object({ notice: z.literal('reply-search') }),
  /** The site was turned off, or its access taken back. */
  z.object({ notice: z.literal('site-off'), origins: z.array(z.string()) }),
  /** Settings changed: begin anew. */
  z.object({ notice: z.literal('changed') }),
  /** Words or replies changed: read the packs anew. */
  z.object({ notice: z.literal('packs-changed') }),
  /** What the picker of one frame tells those of the others. */
  z.object({ notice: z.literal('picker-front'), ...pickerFront.shape }),
  /** Site profiles changed: look anew. */
  z.object({ notice: z.literal('sites-changed') }),
  /** Asks which chat is open; answered by `openChatSchema` or not at all. */
  z.object({ notice: z.literal('which-chat') }),
]);
export type Notice = z.infer<typeof noticeSchema>;

/** Answer to `which-chat`. */
export const openChatSchema = z.object({ key: z.string().min(1), name: z.string(), site: z.string() });
export type OpenChatAnswer = z.infer<typeof openChatSchema>;
