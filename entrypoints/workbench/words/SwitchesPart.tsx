import { ListTable } from '../../../components/wordlists/ListTable';
import { PatternSwitches } from '../../../components/wordlists/PatternSwitches';
import { SwitchTable } from '../../../components/wordlists/SwitchTable';
import type { WordSettings } from '../../../banned-words';
import { useTexts } from '../../../locales/context';
import { textIn } from '../../../packs/local-text';
import type { WordList } from '../../../packs/word-lists';
import { putPacks, removePacks } from '../../../storage/packs';
import { changeSettings } from '../../../storage/settings';
import { useLocked, useSettings } from '../../../storage/use-settings';
import { switchStoredPack } from '../../../storage/word-lists';
import { saveFileAs } from '../../popup/save-file';
import { useSaid } from './use-said';
import { useSites } from './use-sites';
import { useCategories, useWordLists } from './use-word-lists';

/** The lead's switches: levels by category and site, numbers and addresses, and which lists are in use. */
export function SwitchesPart() {
  const { t, language } = useTexts();
  const settings = useSettings();
  const locked = useLocked();
  const lists = useWordLists();
  const categories = useCategories(lists);
  const sites = useSites(settings?.words);
  const { say, line } = useSaid();
  if (!settings) return null;
  const change = (what: Partial<WordSettings>) => void changeSettings({ words: { ...settings.words, ...what } });
  const turn = ({ pack: { id }, origin }: WordList, on: boolean) => {
    if (origin !== 'builtIn') void switchStoredPack(id, on);
    else void changeSettings({ packsOff: on ? settings.packsOff.filter((one) => one !== id) : [...settings.packsOff, id] });
  };
  const back = async ({ pack }: WordList) => {
    const removed = await removePacks([pack.id]);
    say(t('wordlists.listRemoved', { list: textIn(pack.name, language) }), () => putPacks(removed));
  };
  const save = ({ pack }: WordList) => {
    const name = `${pack.id}.chatside.json`;
    saveFileAs(name, 'json', JSON.stringify(pack, null, 2));
    say(t('wordlists.exported', { file: name }));
  };
  return (
    <>
      <p className="lead">{t('wordlists.switchesHint')}</p>
      {locked.has('words') && <p className="status">{t('workbench.locked')}</p>}
      <SwitchTable settings={settings.words} categories={categories} sites={sites} locked={locked.has('words')} onChange={change} />
      <PatternSwitches settings={settings.words} locked={locked.has('words')} onChange={change} />
      <h2>{t('wordlists.lists')}</h2>
      {line}
      <ListTable lists={lists} locked={locked.has('packsOff')} onSwitch={turn} onExport={save} onBack={(list) => void back(list)} />
    </>
  );
}
