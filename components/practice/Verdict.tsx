import type { Language } from '../../practice/scenes';
import type { Lack, Readiness, Standard } from '../../practice/standard';
import { textsIn } from '../../practice/texts';

interface Props {
  standard: Standard;
  readiness: Readiness;
  language: Language;
}

/** Ready to serve, or what is still missing. */
export function Verdict({ standard, readiness: { ready, inARow, lacks }, language }: Props) {
  const t = textsIn(language);
  return (
    <div className="verdict">
      <p>
        <b>
          {ready ? '✓' : '○'} {ready ? t.ready : t.notReady}
        </b>{' '}
        {t.inARow(Math.min(inARow, standard.runs), standard.runs)}
      </p>
      {lacks.length > 0 && (
        <>
          <p className="muted">{t.lacking}</p>
          <ul>
            {lacks.map((lack) => (
              <li key={lack.what}>{t.lack[lack.what](figure(lack, lack.has, language), figure(lack, lack.wanted, language))}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function figure({ what }: Lack, value: number | null, language: Language): string {
  if (value === null) return '—';
  if (what === 'within') return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return what === 'meanMs' ? textsIn(language).seconds(number.format(value / 1000)) : number.format(value);
}
