import { useEffect, useMemo, useState } from 'react';
import type { Drafts } from '../../components/customers/actions';
import { draftKinds, hasSealedText } from '../../storage/draft-fields';
import { recoverDrafts, typeDraft } from '../../storage/draft-typing';
import { readDrafts } from '../../storage/drafts-on';
import type { Typed } from '../../storage/drafts-on';
import type { Secrecy } from '../../storage/records-customers';
import type { Runner } from './use-status';

interface Who {
  site: string;
  key: string;
  /** Of their file; left out where there is none yet. */
  secrecy?: Secrecy;
}

/** What was being typed on this person; null until it is read. What cannot be kept is said. */
export function useDrafts({ site, key, secrecy = 'open' }: Who, complaintIds: string[], { run }: Runner): Drafts | null {
  const [typed, setTyped] = useState<Map<string, Typed> | null>(null);
  const [writer] = useState(() => crypto.randomUUID());
  const ids = complaintIds.join(' ');
  useEffect(() => {
    // A field that stands has taken over what was there when it was made, and nothing that came since.
    const take = (read: Map<string, Typed>) => setTyped((before) => new Map([...read, ...(before ?? [])]));
    const read = () => readDrafts({ site, key }, draftKinds(ids.split(' ').filter(Boolean)));
    void run(() => recoverDrafts()).then(read).then(take);
  }, [site, key, ids, run]);
  return useMemo(
    () =>
      typed && {
        read: (kind) => typed.get(kind)?.text ?? '',
        keep: (kind, text) =>
          void run(() => typeDraft({ site, key, kind, text, writer, seen: typed.get(kind)?.rows ?? [] }, hasSealedText(secrecy))),
      },
    [typed, site, key, secrecy, run, writer],
  );
}
