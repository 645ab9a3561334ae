import { ReplyTable } from '../../components/workbench/ReplyTable';
import { useTexts } from '../../locales/context';
import { usePacks } from '../../storage/use-packs';

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
