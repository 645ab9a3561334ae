import { useLiveQuery } from './use-live';
import { useEffect, useMemo, useState } from 'react';
import type { Pack } from '../packs/format';
import { builtInPacks, inUse, storedPacks } from './packs';
import type { StoredPack } from './records-packs';
import { useSettings } from './use-settings';

/** The packs that came with the extension; empty until they are read. */
export function useBuiltInPacks(): Pack[] {
  const [packs, setPacks] = useState<Pack[]>([]);
  useEffect(() => {
    void builtInPacks().then(setPacks);
  }, []);
  return packs;
}

const none: StoredPack[] = [];

/** The packs that were written, loaded or subscribed to here, as they change. */
export function useStoredPacks(): StoredPack[] {
  return useLiveQuery(storedPacks, []) ?? none;
}

/** The packs in use, as they change; empty until they are read. */
export function usePacks(): Pack[] {
  const builtIn = useBuiltInPacks();
  const stored = useStoredPacks();
  const packsOff = useSettings()?.packsOff;
  return useMemo(() => inUse(builtIn, stored, packsOff ?? []), [builtIn, stored, packsOff]);
}
