import { useSettings } from '../../storage/use-settings';
import { useTexts } from '../../locales/context';
import { Notes } from '../popup/Notes';

/** The popup's customers and notes, with more room. */
export function CustomersPage() {
  const { t } = useTexts();
  const settings = useSettings();
  return (
    <>
      <h1>{t('popup.title')}</h1>
      <Notes author={settings?.agentName ?? ''} tab={null} />
    </>
  );
}
