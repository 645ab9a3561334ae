import type { Mark } from '../../handover/sheet';
import { useTexts } from '../../locales/context';
import { moment } from './moment';

interface Props {
  marks: Mark[];
  /** The point's text now; an earlier one is shown where it was another. */
  text: string;
}

/** Who took a point or sent it back, when, and why. */
export function MarkList({ marks, text }: Props) {
  const { t, language } = useTexts();
  if (marks.length === 0) return null;
  return (
    <ul className="marks">
      {marks.map((mark, index) => (
        <li key={index} className={mark.what}>
          {t(`handover.marks.${mark.what}`, { name: mark.by, time: moment(mark.at, language) })}
          {mark.why && ` – ${mark.why}`}
          {mark.what === 'sentBack' && mark.text && mark.text !== text && <span className="hint"> {t('handover.before', { text: mark.text })}</span>}
        </li>
      ))}
    </ul>
  );
}
