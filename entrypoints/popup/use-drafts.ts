import { useEffect, useMemo, useState } from 'react';
import type { Drafts } from '../../components/customers/actions';
import { draftKinds } from '../../storage/draft-fields';
import { keepDraft, readDrafts } from '../../storage/drafts-on';
import type { Typed } from '../../storage/drafts-on';
import type { Runner } from './use-status';

/** What was being typed on this person; null until it is read. What cannot be kept is said. */
export function useDrafts(who: { site: string; key: string }, complaintIds: string[], { run }: Runner): Drafts | null {
  const [typed, setTyped] = useState<Map<string, Typed> | null>(null);
  const [writer] = useState(() => crypto.randomUUID());
  const { site, key } = who;
  const ids = complaintIds.join(' ');
  useEffect(() => {
    // A field that stands has taken over what was there when it was made, and nothing that came since.
    const take = (read: Map<string, Typed>) => setTyped((before) => new Map([...read, ...(before ?? [])]));
    void readDrafts({ site, key }, draftKinds(ids.split(' ').filter(Boolean))).then(take);
  }, [site, key, ids]);
  return useMemo(
    () =>
      typed && {
        read: (kind) => typed.get(kind)?.text ?? '',
        keep: (kind, text) => void run(() => keepDraft({ site, key }, kind, text, writer, typed.get(kind)?.rows)),
      },
    [typed, site, key, run, writer],
  );
}
