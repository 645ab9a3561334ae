import { browser } from 'wxt/browser';
import type { z } from 'zod';
import { Fault } from '../locales/fault';
import { protocol, replySchema } from './protocol';
import type { Answer, Name, Request } from './protocol';

/** True while this script's extension is loaded: false in a page that outlived a reload or an update. */
export function extensionAlive(): boolean {
  return Boolean(browser.runtime?.id);
}

/**
 * Sends a message to the background and returns its parsed answer.
 * @throws Fault with the background's reason; `extension-gone` when the extension was reloaded
 */
export async function ask<N extends Name>(name: N, request: Request<N>): Promise<Answer<N>> {
  if (!extensionAlive()) throw new Fault('extension-gone');
  let raw: unknown;
  try {
    raw = await browser.runtime.sendMessage({ name, request });
  } catch (error) {
    throw new Fault(extensionAlive() ? 'internal' : 'extension-gone', error instanceof Error ? error.message : '');
  }
  const reply = replySchema.parse(raw);
  if (!reply.ok) throw new Fault(reply.fault.code, reply.fault.detail);
  // The union of all answers, narrowed to this one by the name that it was asked with.
  return (protocol[name].answer as unknown as z.ZodType<Answer<N>>).parse(reply.answer);
}
