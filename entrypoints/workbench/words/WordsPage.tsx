import { useLiveQuery } from '../../../storage/use-live';
import { Link } from 'wouter';
import '../../../components/wordlists/wordlists.css';
import { stateOf } from '../../../components/wordlists/names';
import { useTexts } from '../../../locales/context';
import { allExceptions } from '../../../storage/exceptions';
import { ExceptionsPart } from './ExceptionsPart';
import { ListPart } from './ListPart';
import { ReasonsPart } from './ReasonsPart';
import { SwitchesPart } from './SwitchesPart';

const parts = [
  { name: 'list', path: '/words', Part: ListPart },
  { name: 'switches', path: '/words/switches', Part: SwitchesPart },
  { name: 'exceptions', path: '/words/exceptions', Part: ExceptionsPart },
  { name: 'reasons', path: '/words/reasons', Part: ReasonsPart },
] as const;

/** Banned words: the lists, the lead's switches, what agents said is no fault, and what was sent all the same. */
export function WordsPage({ params }: { params: { part?: string } }) {
  const { t } = useTexts();
  const waiting = useLiveQuery(async () => (await allExceptions()).records.filter((one) => stateOf(one) === 'waiting').length, []) ?? 0;
  const { name: open, Part } = parts.find(({ name }) => name === params.part) ?? parts[0];
  return (
    <>
      <h1>{t('workbench.tabs.words')}</h1>
      <nav className="parts" aria-label={t('wordlists.partsLabel')}>
        {parts.map(({ name, path }) => (
          <Link key={name} href={path} aria-current={name === open ? 'page' : undefined}>
            {t(`wordlists.parts.${name}`)}
            {name === 'exceptions' && waiting > 0 && <span className="waiting-count"> {t('wordlists.waitingCount', { count: waiting })}</span>}
          </Link>
        ))}
      </nav>
      <Part />
    </>
  );
}
