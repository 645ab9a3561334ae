import type { Bulk } from '../../../components/workbench/replies/BulkBar';
import { binRows, changeTags, copiesFor, setGroup, setSeasons, unbinRows } from '../../../packs/editing/bulk';
import { moveRows, placeAtEnd, stepRows } from '../../../packs/editing/rows';
import type { Reply } from '../../../packs/format';
import { textIn } from '../../../packs/local-text';
import type { ReplyRow } from '../../../storage/records-packs';
import type { Desk } from './desk';

/** What a person can do with the replies of the open pack; each is one step that can be undone. */
export function actionsOn(desk: Desk, language: 'zh-CN' | 'en') {
  const rows = () => (desk.store.getState().rows ?? []).filter(({ binnedAt }) => binnedAt === undefined);
  return {
    move: (ids: ReadonlySet<string>, target: string, edge: 'before' | 'after') => desk.run('move', '', () => moveRows(rows(), ids, target, edge), [], [], ids.size),
    step: (shown: readonly ReplyRow[], ids: ReadonlySet<string>, by: -1 | 1) => {
      const inSight = new Set(shown.map(({ reply }) => reply.id));
      const move = () => stepRows(rows(), rows().filter(({ reply }) => inSight.has(reply.id)), ids, by);
      return desk.run('move', '', move, [], [], ids.size);
    },
    /** Into a group: of some replies, or of all of another group, which merges the two. */
    group: (some: readonly ReplyRow[], group: string) => desk.run('group', group, setGroup(some, group)),
    renameGroup: (from: string, to: string) => desk.run('group', to, setGroup(rows().filter(({ reply }) => reply.group === from), to)),
    bin: (some: readonly ReplyRow[]) => desk.run('bin', '', binRows(some, Date.now()), [], [], some.length),
    restore: (some: readonly ReplyRow[]) => desk.run('restore', '', unbinRows(some), [], [], some.length),
    /** A reply as the form has it; a new one goes after `after`, or to the end. */
    save: (reply: Reply, after: string | null) => {
      const all = desk.store.getState().rows ?? [];
      const known = all.find((row) => row.reply.id === reply.id);
      if (known) return desk.run('edit', reply.title, [{ reply, at: known.at, ...(known.binnedAt !== undefined && { binnedAt: known.binnedAt }) }], [], [], 1);
      const index = all.findIndex((row) => row.reply.id === after);
      const [low, high] = [all[index]?.at, all[index + 1]?.at];
      const at = low !== undefined && high !== undefined && high - low > 1e-6 ? (low + high) / 2 : placeAtEnd(all);
      return desk.run('add', reply.title, [{ reply, at }], [], [], 1);
    },
    bulk: async (some: readonly ReplyRow[], bulk: Bulk): Promise<boolean> => {
      const count = some.length;
      switch (bulk.kind) {
        case 'group':
          return desk.run('group', bulk.group, setGroup(some, bulk.group));
        case 'tags':
          return desk.run('tags', '', changeTags(some, bulk.add, bulk.remove));
        case 'season':
          return desk.run('season', '', setSeasons(some, bulk.seasons));
        case 'delete':
          return desk.run('bin', '', binRows(some, Date.now()), [], [], count);
        case 'to': {
          const change = await desk.changeOf(bulk.pack.id, (there) => copiesFor(some, there));
          const gone = bulk.move ? some.map(({ reply }) => reply.id) : [];
          return desk.run(bulk.move ? 'transfer' : 'copy', textIn(bulk.pack.name, language), [], gone, [change], count);
        }
      }
    },
  };
}
