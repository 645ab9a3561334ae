import { useTexts } from '../../locales/context';
import { importFields } from '../../customers/import';
import type { ImportField } from '../../customers/import';

/** How many of a kind are shown. */
const SHOWN = 50;

interface Props {
  header: string[];
  samples: string[][];
  columns: (ImportField | null)[];
  /** Names by what would become of them. */
  groups: Record<'new' | 'adds' | 'same', string[]>;
  /** Sentences, each with file and row. */
  faults: string[];
  /** The share that is stored; null: not running. */
  running: number | null;
  onColumns(columns: (ImportField | null)[]): void;
  onTake(): void;
  onCancel(): void;
}

/** What a table would bring: its columns, to be corrected, and each person by what would become of them. */
export function ImportPreview({ header, samples, columns, groups, faults, running, onColumns, onTake, onCancel }: Props) {
  const { t } = useTexts();
  const taken = groups.new.length + groups.adds.length;
  const choose = (index: number, field: ImportField | null) => onColumns(columns.map((one, at) => (at === index ? field : one === field ? null : one)));
  return (
    <div data-chatside="import-preview">
      <h2>{t('import.columns')}</h2>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              {header.map((name, index) => (
                <th key={index} scope="col">
                  {name}
                  <select aria-label={name} value={columns[index] ?? ''} onChange={({ target }) => choose(index, (target.value || null) as ImportField | null)}>
                    <option value="">{t('import.leftOut')}</option>
                    {importFields.map((field) => (
                      <option key={field} value={field}>
                        {t(`import.fields.${field}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map((row, at) => (
              <tr key={at}>
                {header.map((_, index) => (
                  <td key={index} className="text">
                    {row[index]?.slice(0, 80)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!columns.includes('name') && !columns.includes('key') && <p role="alert">{t('import.noName')}</p>}
      {(['new', 'adds', 'same'] as const).map((state) => (
        <Group key={state} title={t('import.count', { state: t(`import.state.${state}`), count: groups[state].length })} lines={groups[state]} />
      ))}
      <Group title={t('import.count', { state: t('import.state.faulty'), count: faults.length })} lines={faults} />
      <div className="line">
        <button type="button" disabled={taken === 0 || running !== null} onClick={onTake}>
          {t('import.take', { count: taken })}
        </button>
        {running !== null && (
          <>
            <progress value={running} aria-label={t('import.take', { count: taken })} />
            <button type="button" onClick={onCancel}>
              {t('import.cancel')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

function Group({ title, lines }: { title: string; lines: string[] }) {
  const { t } = useTexts();
  if (lines.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {lines.slice(0, SHOWN).map((line, index) => (
          <li key={index}>{line || t('customer.unnamed')}</li>
        ))}
        {lines.length > SHOWN && <li className="hint">{t('import.more', { count: lines.length - SHOWN })}</li>}
      </ul>
    </details>
  );
}
