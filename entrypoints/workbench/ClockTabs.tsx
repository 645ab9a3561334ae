import { Link } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useTexts } from '../../locales/context';

const parts = [
  { path: '/clock', text: 'clock.report' },
  { path: '/clock/handover', text: 'handover.title' },
  { path: '/clock/training', text: 'training.title' },
] as const;

/** The parts of the clock's page. */
export function ClockTabs() {
  const { t } = useTexts();
  const [location] = useHashLocation();
  return (
    <div className="sub no-print" role="group" aria-label={t('workbench.tabs.clock')}>
      {parts.map(({ path, text }) => (
        <Link key={path} href={path} aria-current={(path === '/clock' ? location === path : location.startsWith(path)) ? 'page' : undefined}>
          {t(text)}
        </Link>
      ))}
    </div>
  );
}
