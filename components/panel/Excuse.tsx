import type { Hit } from '../../banned-words';
import { useTexts } from '../../locales/context';

interface Props {
  hit: Hit;
  onExcuse(hit: Hit): void;
  /** The shortcut means this hit. */
  withKey: boolean;
}

/** The button for a find that is no fault here; what the lead was asked for already is said in its place. */
export function Excuse({ hit, onExcuse, withKey }: Props) {
  const { t } = useTexts();
  if (hit.asked) return <p className="hint">{t('words.leadAsked')}</p>;
  // What began in an earlier message has no surroundings here that could excuse it.
  if (hit.spansRecent) return null;
  return (
    <button type="button" className="plain" data-chatside="excuse" onClick={() => onExcuse(hit)}>
      {t(hit.level === 'block' ? 'words.askLead' : 'words.notAFault')} {withKey && <kbd>Alt Shift ,</kbd>}
    </button>
  );
}
