import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { z } from 'zod';
import { Fault, faultOf } from '../locales/fault';
import type { FaultData } from '../locales/fault';
import { envelopeSchema, protocol } from './protocol';
import type { Answer, Name, Request } from './protocol';

/** Where a message came from, as the browser vouches for it. */
export interface Sender {
  /** Host name of the page, or `practice` for the built-in practice shop. */
  site: string;
  /** The page's address. */
  url: string;
  tabId: number | null;
  frameId: number;
}

export type Handlers = {
  [N in Name]: (request: Request<N>, sender: Sender) => Promise<Answer<N>>;
};

/**
 * Answers messages: refuses strangers, parses the request, calls its handler. A message that is
 * unknown, damaged or failing gets one sentence, and the next one is served.
 * @param sentenceOf puts a fault into the user's language
 */
export function serve(handlers: Handlers, sentenceOf: (fault: FaultData) => Promise<string>): void {
  browser.runtime.onMessage.addListener((message: unknown, from, sendResponse) => {
    answer(handlers, message, from)
      .then((value) => sendResponse({ ok: true, answer: value }))
      .catch(async (error: unknown) => {
        const fault = faultOf(error);
        sendResponse({ ok: false, fault, sentence: await sentenceOf(fault) });
      });
    return true;
  });
}

async function answer(handlers: Handlers, message: unknown, from: Browser.runtime.MessageSender): Promise<unknown> {
  const sender = senderOf(from);
  const envelope = envelopeSchema.safeParse(message);
  if (!envelope.success) throw new Fault('bad-message');
  const { name, request } = envelope.data;
  if (!Object.hasOwn(protocol, name)) throw new Fault('unknown-message', name.slice(0, 60));
  return handle(handlers, name as Name, request, sender);
}

function handle<N extends Name>(handlers: Handlers, name: N, raw: unknown, sender: Sender): Promise<Answer<N>> {
  const request = (protocol[name].request as unknown as z.ZodType<Request<N>>).safeParse(raw);
  if (!request.success) {
    const issue = request.error.issues[0];
    throw new Fault('bad-message', `${name} ${issue?.path.join('.') ?? ''}`.trim());
  }
  return handlers[name](request.data, sender);
}

/** @throws Fault `not-allowed` for anything but our own content scripts and pages. */
function senderOf(from: Browser.runtime.MessageSender): Sender {
  if (from.id !== browser.runtime.id || !from.url) throw new Fault('not-allowed');
  const own = from.url.startsWith(browser.runtime.getURL('/'));
  const url = addressOf(from, from.url);
  return {
    site: own ? 'practice' : new URL(url).hostname || 'local',
    url,
    tabId: from.tab?.id ?? null,
    frameId: from.frameId ?? 0,
  };
}

/** A frame that its page filled by script (`about:srcdoc`, a blob) is of that page's origin. */
function addressOf({ origin, tab }: Browser.runtime.MessageSender, url: string): string {
  if (!/^(about|blob):/.test(url) || !origin || !URL.canParse(origin)) return url;
  const around = tab?.url;
  return around && URL.canParse(around) && new URL(around).origin === origin ? around : `${origin}/`;
}
