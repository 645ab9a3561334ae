import { useEffect, useState } from 'react';
import { ReplyTable } from '../../components/workbench/ReplyTable';
import { useTexts } from '../../locales/context';
import type { Pack } from '../../packs/format';
import { builtInPacks } from '../../storage/packs';

/** The replies of every pack. */
export function RepliesPage() {
  const { t } = useTexts();
  const packs = usePacks();
  return (
    <>
      <h1>{t('workbench.tabs.replies')}</h1>
      <ReplyTable packs={packs.filter((pack) => pack.replies)} />
    </>
  );
}

/** The packs in use; empty until they are read. */
export function usePacks(): Pack[] {
  const [packs, setPacks] = useState<Pack[]>([]);
  useEffect(() => {
    void builtInPacks().then(setPacks);
  }, []);
  return packs;
}
