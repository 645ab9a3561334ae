import { Link, Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Kept } from '../../components/page/Kept';
import { Themed } from '../../components/page/Themed';
import { useTexts } from '../../locales/context';
import { useDatabase } from '../../storage/use-database';
import { useSettings } from '../../storage/use-settings';
import { ClockPage } from './ClockPage';
import { CustomersPage } from './CustomersPage';
import { DataPage } from './DataPage';
import { HandoverPage } from './HandoverPage';
import { TrainingPage } from './TrainingPage';
import { RepliesPage } from './RepliesPage';
import { SitesPage } from './SitesPage';
import { TeamPage } from './TeamPage';
import { WordsPage } from './words/WordsPage';

const pages = [
  { name: 'sites', Page: SitesPage },
  { name: 'replies', Page: RepliesPage },
  { name: 'words', Page: WordsPage },
  { name: 'clock', Page: ClockPage },
  { name: 'customers', Page: CustomersPage },
  { name: 'team', Page: TeamPage },
  { name: 'data', Page: DataPage },
] as const;

export function Workbench() {
  const settings = useSettings();
  const database = useDatabase();
  if (!settings) return null;
  return (
    <Themed language={settings.languageInUse} theme={settings.theme}>
      {/* oxlint-disable-next-line react/hooks -- wouter takes its location hook as a value */}
      <Router hook={useHashLocation}>
        <Tabs />
        <main>
          <Kept state={database}>
            <Switch>
              <Route path="/clock/handover/:id?" component={HandoverPage} />
              <Route path="/clock/training" component={TrainingPage} />
              {pages.map(({ name, Page }) => (
                <Route key={name} path={`/${name}/:part?`} component={Page} />
              ))}
              <Redirect to="/sites" />
            </Switch>
          </Kept>
        </main>
      </Router>
    </Themed>
  );
}

function Tabs() {
  const { t } = useTexts();
  const [location] = useHashLocation();
  return (
    <nav aria-label={t('workbench.title')}>
      <b>{t('app.name')}</b>
      {pages.map(({ name }) => (
        <Link key={name} href={`/${name}`} aria-current={location === `/${name}` || location.startsWith(`/${name}/`) ? 'page' : undefined}>
          {t(`workbench.tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
