import { useLiveQuery } from './use-live';
import { useEffect, useMemo, useState } from 'react';
import { followVault, readVaults, unlockedKeys } from './vault';
import type { StoredVault } from './records-vault';

/** The vault as this page sees it now. */
export interface VaultState {
  vault: StoredVault | null;
  /** Every sealed record can be read; false where another computer's vault is still locked. */
  unlocked: boolean;
}

/** The vault, live; null until it is known. */
export function useVault(): VaultState | null {
  const vaults = useLiveQuery(readVaults, []);
  const [keys, setKeys] = useState<ReadonlyMap<string, Uint8Array> | null>(null);
  useEffect(() => followVault(() => setKeys(new Map(unlockedKeys()))), []);
  // One object as long as nothing changes: queries are asked anew when it does.
  return useMemo(
    () => (vaults && keys ? { vault: vaults.find(({ inUse }) => inUse) ?? null, unlocked: vaults.length > 0 && vaults.every(({ id }) => keys.has(id)) } : null),
    [vaults, keys],
  );
}
