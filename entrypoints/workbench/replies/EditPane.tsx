import { useCallback, useEffect, useMemo, useState } from 'react';
import { builtInSites } from '../../../chat/sites';
import { ReplyForm } from '../../../components/workbench/replies/ReplyForm';
import type { PackItem } from '../../../components/workbench/replies/view';
import type { RowMarks } from '../../../components/workbench/replies/ReplyRow';
import { useTexts } from '../../../locales/context';
import { replyOf } from '../../../packs/editing/draft';
import { addPicture, listPictures, readPicture, readThumbnail } from '../../../storage/pictures';
import type { PictureView } from '../../../storage/pictures';
import type { ReplyRow } from '../../../storage/records-packs';
import { useSettings } from '../../../storage/use-settings';
import type { Check } from './use-checker';
import { useDraft } from './use-draft';
import type { Editing } from './use-draft';

interface Props {
  editing: Editing;
  rows: readonly ReplyRow[];
  groups: readonly string[];
  language: 'zh-CN' | 'en';
  marks: RowMarks;
  check: Check;
  /** As `ReplyForm` has them. */
  targets: readonly PackItem[] | null;
  onCopy(to: PackItem): void;
  /** Stores the reply; true when it is stored. */
  onSave(reply: ReplyRow['reply']): Promise<boolean>;
  /** Called when text is kept that is not stored, and when it is no more. */
  onUnsaved(id: string, unsaved: boolean): void;
  onFault(error: unknown): void;
  onClose(): void;
}

/** The form of one reply with what it draws on: settings, pictures, the other replies. */
export function EditPane({ editing, rows, groups, language, marks, check, targets, onCopy, onSave, onUnsaved, onFault, onClose }: Props) {
  const { language: reading } = useTexts();
  const settings = useSettings();
  const stored = useMemo(() => rows.find(({ reply }) => reply.id === editing.id)?.reply, [rows, editing.id]);
  const { draft, changed, restored, change, settle } = useDraft(editing, stored);
  const [newId] = useState(() => `r-${crypto.randomUUID().slice(0, 13)}`);
  const [pictures, setPictures] = useState<PictureView[]>([]);
  const { pack } = editing;
  useEffect(() => {
    let ended = false;
    void listPictures(pack).then((found) => (ended ? undefined : setPictures(found)));
    return () => {
      ended = true;
    };
  }, [pack]);
  const thumbnailOf = useCallback(
    async (id: string) => {
      const picture = await readPicture(pack, id);
      return picture && readThumbnail(picture);
    },
    [pack],
  );
  const values = {
    language,
    customer: language === 'en' ? 'Ann' : '小雨',
    agent: settings?.agentName ?? '',
    shop: settings?.shopName ?? '',
    reply: (id: string) => rows.find(({ reply }) => reply.id === id)?.reply.bubbles[0],
  };
  const sites = useMemo(() => builtInSites.map(({ id, name }) => ({ id, name: name[reading] })), [reading]);
  if (!draft) return null;
  const made = replyOf(draft, editing.id ?? newId, groups[0] ?? (language === 'en' ? 'General' : '常用'));
  const save = async () => {
    if (targets || !changed || 'problems' in made) return;
    if (!(await onSave(made.reply))) return;
    await settle(made.reply);
    onUnsaved(editing.id ?? '', false);
  };
  return (
    <ReplyForm
      draft={draft}
      changed={changed}
      restored={restored}
      problems={'problems' in made ? made.problems : []}
      groups={groups}
      sites={sites}
      marks={marks}
      values={values}
      pictures={{
        altOf: (id) => pictures.find((picture) => picture.id === id)?.alt,
        thumbnailOf,
        onAdd: async (file, alt) => {
          try {
            const added = await addPicture(pack, file, alt);
            setPictures((before) => [...before, added]);
            return added.id;
          } catch (error) {
            onFault(error);
            return null;
          }
        },
      }}
      targets={targets}
      check={check}
      onCopy={onCopy}
      onChange={(next) => {
        change(next);
        onUnsaved(editing.id ?? '', true);
      }}
      onSave={() => void save()}
      onDiscard={() => {
        onUnsaved(editing.id ?? '', false);
        void settle(stored).then(() => (editing.id === null ? onClose() : undefined));
      }}
      onClose={onClose}
    />
  );
}
