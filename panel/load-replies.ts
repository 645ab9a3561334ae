import { ask } from '../messaging/ask';
import type { PackedReply } from '../messaging/protocol';
import { toIndexed } from '../replies/indexed';
import type { ReplyIndex } from '../replies/reply-index';
import { prepareAhead } from '../replies/search';

/** Replies and what the search needs of them. */
export interface LoadedReplies {
  replies: PackedReply[];
  replyIndex: ReplyIndex;
}

/** Before any are loaded. */
export function noReplies(): LoadedReplies {
  return { replies: [], replyIndex: { version: 1, replies: [], readings: {}, otherwise: [] } };
}

/** Gives the page its thread back for a moment. */
const rest = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Fetches the replies in use, piece by piece, and lays them out for the search in slices: with
 * 20,000 of them the page goes on without a freeze.
 * @returns null when `signal` ended meanwhile
 * @throws Fault as `ask`
 */
export async function loadReplies(signal: AbortSignal): Promise<LoadedReplies | null> {
  let loaded = noReplies();
  let coming = ask('panel.replies', { from: 0, stamp: '' });
  for (let more = true; more; ) {
    const piece = await coming;
    if (signal.aborted) return null;
    // The packs changed meanwhile: their replies come from the start.
    if (piece.from === 0) loaded = noReplies();
    ({ more } = piece);
    const { replyIndex } = loaded;
    loaded.replies.push(...piece.replies);
    // The next piece is on its way while this one is taken up.
    if (more) coming = ask('panel.replies', { from: loaded.replies.length, stamp: piece.stamp });
    coming.catch(() => undefined);
    replyIndex.replies.push(...piece.replies.map(toIndexed));
    replyIndex.otherwise.push(...piece.otherwise);
    Object.assign(replyIndex.readings, piece.readings);
  }
  await prepareAhead(loaded.replyIndex, rest);
  return signal.aborted ? null : loaded;
}
