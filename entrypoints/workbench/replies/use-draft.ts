import { useCallback, useEffect, useRef, useState } from 'react';
import { draftOf, replyDraftSchema } from '../../../packs/editing/draft';
import type { ReplyDraft } from '../../../packs/editing/draft';
import type { Reply } from '../../../packs/format';
import { keepTyped, readTyped, typedFields } from '../../../storage/drafts';

/** Which reply the form holds; `id` null: one that is being written. */
export interface Editing {
  pack: string;
  id: string | null;
  group: string;
}

const prefixOf = (pack: string) => `pack-reply ${pack}/`;
const fieldOf = ({ pack, id }: Editing) => `${prefixOf(pack)}${id ?? ''}`;

/** Replies of a pack with text that was typed and not stored; an empty id: a new one. */
export async function unsavedOf(pack: string): Promise<string[]> {
  return (await typedFields(prefixOf(pack))).map((field) => field.slice(prefixOf(pack).length));
}

/** What is typed in the form, kept at every change until it is stored. */
export function useDraft(editing: Editing | null, stored: Reply | undefined) {
  const [draft, setDraft] = useState<ReplyDraft | null>(null);
  const [changed, setChanged] = useState(false);
  const [restored, setRestored] = useState(false);
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const key = editing && fieldOf(editing);

  useEffect(() => {
    let ended = false;
    const begin = async () => {
      setDraft(null);
      setChanged(false);
      setRestored(false);
      if (!editing || !key) return;
      await writing.current;
      const typed = replyDraftSchema.safeParse(parse(await readTyped(key)));
      if (ended) return;
      setDraft(typed.success ? typed.data : draftOf(stored, editing.group));
      setChanged(typed.success);
      setRestored(typed.success);
    };
    void begin();
    return () => {
      ended = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the form begins anew with another reply, not with each change of this one
  }, [key]);

  // A step that is undone changes the reply under a form in which nothing was typed.
  useEffect(() => {
    if (editing && stored && !changed) setDraft(draftOf(stored, editing.group));
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [stored]);

  const keep = useCallback(
    (text: string) => {
      if (!key) return;
      writing.current = writing.current.then(() => keepTyped(key, text), () => keepTyped(key, text));
    },
    [key],
  );
  return {
    draft,
    changed,
    restored,
    change: (next: ReplyDraft) => {
      setDraft(next);
      setChanged(true);
      keep(JSON.stringify(next));
    },
    /** Forgets what was typed: it was stored, or is not wanted. */
    settle: (reply: Reply | undefined) => {
      setDraft(draftOf(reply, editing?.group));
      setChanged(false);
      setRestored(false);
      keep('');
      return writing.current;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
