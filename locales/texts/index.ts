/**
 * Every text on screen, one file an area with both languages in it. The Chinese has the keys of the
 * English; a missing one is a type error.
 */
import * as app from './app';
import * as backup from './backup';
import * as category from './category';
import * as level from './level';
import * as panel from './panel';
import * as picker from './picker';
import * as profiles from './profiles';
import * as replies from './replies';
import * as words from './words';
import * as wordlists from './wordlists';
import * as waits from './waits';
import * as customer from './customer';
import * as due from './due';
import * as entries from './entries';
import * as file from './file';
import * as popup from './popup';
import * as workbench from './workbench';
import * as secrecy from './secrecy';
import * as sites from './sites';
import * as lists from './lists';
import * as clock from './clock';
import * as handover from './handover';
import * as importing from './import';
import * as exporting from './export';
import * as training from './training';
import * as fault from './fault';
import * as load from './load';
import * as packs from './packs';
import * as team from './team';
import * as uses from './uses';

const areas = {
  app,
  backup,
  category,
  level,
  panel,
  picker,
  profiles,
  replies,
  words,
  wordlists,
  waits,
  customer,
  due,
  entries,
  file,
  popup,
  workbench,
  sites,
  lists,
  clock,
  handover,
  export: exporting,
  import: importing,
  training,
  fault,
  load,
  packs,
  uses,
  team,
  secrecy,
};

type Areas = typeof areas;
/** The keys and their nesting; each text is a string. */
export type Texts = { [A in keyof Areas]: Areas[A]['en'] };

function pick(language: 'en' | 'zhCN'): Texts {
  return Object.fromEntries(Object.entries(areas).map(([area, texts]) => [area, texts[language]])) as Texts;
}

export const en = pick('en');
export const zhCN = pick('zhCN');
