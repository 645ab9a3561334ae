import type { Said } from '../../../components/workbench/replies/view';
import { lossOf, packAsJson, repliesAsCsv, repliesAsXlsx } from '../../../storage/export/packs';
import { builtInPacks, storedHeads, whole } from '../../../storage/packs';
import { saveFileAs } from '../../popup/save-file';

/** Hands a pack to the user as a file: complete, or as a table of its replies. */
export async function savePack(id: string, name: string, kind: 'json' | 'csv' | 'xlsx'): Promise<Said | null> {
  const head = (await storedHeads()).find((stored) => stored.id === id);
  const pack = head ? (await whole(head)).pack : (await builtInPacks()).find((builtIn) => builtIn.id === id);
  if (!pack) return null;
  const replies = pack.replies ?? [];
  const stem = name.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 80);
  const release = new Date().toLocaleDateString('sv');
  if (kind === 'json') return { kind: 'file', file: saveFileAs(`${stem}.chatside.json`, kind, await packAsJson({ ...pack, release })), lost: 0 };
  const content = kind === 'csv' ? repliesAsCsv(replies) : await repliesAsXlsx(replies);
  return { kind: 'file', file: saveFileAs(`${stem}-${release}.${kind}`, kind, content), lost: lossOf(replies) };
}
