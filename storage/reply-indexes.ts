import { browser } from 'wxt/browser';
import type { ReplyIndex } from '../replies/reply-index';
import { database } from './database';

/** The index that this version built last for packs in this order of languages. */
export async function keptIndex(language: string): Promise<ReplyIndex | undefined> {
  const kept = await database.replyIndexes.get(language);
  return kept?.version === browser.runtime.getManifest().version ? kept.index : undefined;
}

/** Keeps an index in place of the last one. */
export async function keepIndex(language: string, index: ReplyIndex): Promise<void> {
  await database.replyIndexes.put({ language, version: browser.runtime.getManifest().version, index });
}
