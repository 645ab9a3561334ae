import { useState } from 'react';
import type { FrameCheck } from '../../chat/sites/check-result';
import { useTexts } from '../../locales/context';
import { SiteCheck } from './SiteCheck';

interface Props {
  /** Checks the page; rejects where it cannot be. */
  onCheck(): Promise<FrameCheck[]>;
  onPick(): void;
}

/** What can be done about one open page: see what is recognised, or show where the chat is. */
export function PageTools({ onCheck, onPick }: Props) {
  const { t } = useTexts();
  const [checked, setChecked] = useState<FrameCheck[] | 'checking' | 'failed' | null>(null);
  const check = async () => {
    setChecked('checking');
    setChecked(await onCheck().catch(() => 'failed' as const));
  };
  return (
    <>
      <p className="line page-tools">
        <button type="button" data-chatside="pick-start" onClick={onPick}>
          {t('picker.start')}
        </button>
        <button type="button" data-chatside="check" onClick={() => void check()}>
          {t('profiles.check')}
        </button>
      </p>
      {checked === 'checking' && <p role="status">{t('profiles.checking')}</p>}
      {checked === 'failed' && <p role="alert">{t('profiles.checkFailed')}</p>}
      {Array.isArray(checked) && <SiteCheck frames={checked} />}
    </>
  );
}
