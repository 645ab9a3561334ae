import { useEffect, useMemo, useState } from 'react';
import type { Drafts } from '../../components/customers/actions';
import { draftField, keepTyped, readTypedIn } from '../../storage/drafts';

const kindsOf = ['step', 'passed', 'settled', 'look'];

/** What was being typed on this person; null until it is read. */
export function useDrafts(who: { site: string; key: string }, complaintIds: string[]): Drafts | null {
  const [typed, setTyped] = useState<Map<string, string> | null>(null);
  const { site, key } = who;
  const ids = complaintIds.join(' ');
  useEffect(() => {
    const kinds = ['note', ...ids.split(' ').filter(Boolean).flatMap((id) => kindsOf.map((kind) => `${kind} ${id}`))];
    void readTypedIn(kinds.map((kind) => draftField({ site, key }, kind))).then(setTyped);
  }, [site, key, ids]);
  return useMemo(
    () =>
      typed && {
        read: (kind) => typed.get(draftField({ site, key }, kind)) ?? '',
        keep: (kind, text) => void keepTyped(draftField({ site, key }, kind), text),
      },
    [typed, site, key],
  );
}
