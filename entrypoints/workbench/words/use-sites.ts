import { useLiveQuery } from '../../../storage/use-live';
import { useEffect, useState } from 'react';
import { hostOf } from '../../../access/origins';
import { grantedOrigins } from '../../../access/registration';
import { database } from '../../../storage/database';
import type { Settings } from '../../../storage/settings';

/** Host names of the sites that are turned on, have switches of their own, or have left a trace in the lists' records; and the practice shop. */
export function useSites(settings: Settings['words'] | undefined): string[] {
  const [granted, setGranted] = useState<string[]>([]);
  useEffect(() => {
    void grantedOrigins().then((origins) => setGranted(origins.map(hostOf).filter((host) => !host.includes('*'))));
  }, []);
  const excused = useLiveQuery(() => database.exceptions.orderBy('site').uniqueKeys(), []) ?? [];
  return [...new Set([...granted, ...Object.keys(settings?.sites ?? {}), ...excused.map(String), 'practice'])].toSorted();
}
