import type { Reply } from '../packs/format.ts';
import { previewTemplate } from './render.ts';
import type { IndexedReply } from './reply-index.ts';

const han = /\p{Script=Han}/u;

/** A reply as the search looks through it and the picker shows it. */
export function toIndexed(reply: Reply & { pack: string }): IndexedReply {
  const language = han.test(reply.title + reply.bubbles[0]) ? 'zh-CN' : 'en';
  return {
    id: reply.id,
    pack: reply.pack,
    title: reply.title,
    group: reply.group,
    abbreviation: reply.abbreviation ?? '',
    text: reply.bubbles.map((bubble) => previewTemplate(bubble, language)).join('\n'),
    bubbles: reply.bubbles.length,
    tags: reply.tags,
    questions: reply.questions,
    seasons: reply.seasons,
  };
}
