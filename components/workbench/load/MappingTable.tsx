import { useTexts } from '../../../locales/context';
import type { Mapping, ShownMapping } from '../../../packs/readers';

const roles = ['none', 'text', 'title', 'group', 'abbreviation', 'tags', 'id'] as const;
type Role = (typeof roles)[number];
const single = ['title', 'group', 'abbreviation', 'tags', 'id'] as const;

function roleOf(mapping: Mapping, column: number): Role {
  if (mapping.text.includes(column)) return 'text';
  return single.find((role) => mapping[role] === column) ?? 'none';
}

/** The mapping with one column's role changed; a role that only one column has leaves the other. */
function assign(mapping: Mapping, column: number, role: Role): Mapping {
  const next: Mapping = { header: mapping.header, text: mapping.text.filter((other) => other !== column) };
  for (const one of single) if (mapping[one] !== undefined && mapping[one] !== column && one !== role) next[one] = mapping[one];
  if (role === 'text') next.text = [...next.text, column].sort((a, b) => a - b);
  else if (role !== 'none') next[role] = column;
  return next;
}

/** What each column of a table is, with its first rows, to be corrected. */
export function MappingTable({ mapping, onChange }: { mapping: ShownMapping; onChange(mapping: Mapping): void }) {
  const { t } = useTexts();
  const width = Math.max(mapping.columns.length, ...mapping.samples.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) => index);
  const nameOf = (column: number) => mapping.columns[column]?.trim() || t('load.column', { number: column + 1 });
  return (
    <section className="mapping" aria-label={t('load.columns')}>
      <h3>{t('load.columns')}</h3>
      {mapping.guessed && <p className="hint">{t('load.columnsHint')}</p>}
      <label>
        <input type="checkbox" checked={mapping.header} onChange={(event) => onChange({ ...pick(mapping), header: event.target.checked })} /> {t('load.header')}
      </label>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by the keys */}
      <div className="mapping-rows" tabIndex={0} role="region" aria-label={t('load.columns')}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  <span>{nameOf(column)}</span>
                  <select value={roleOf(mapping, column)} aria-label={nameOf(column)} onChange={(event) => onChange(assign(pick(mapping), column, event.target.value as Role))} data-chatside="load-role">
                    {roles.map((role) => (
                      <option key={role} value={role}>
                        {t(`load.roles.${role}`)}
                      </option>
                    ))}
                  </select>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mapping.samples.map((row, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a file have only their place
              <tr key={at}>
                {columns.map((column) => (
                  <td key={column} data-role={roleOf(mapping, column)}>
                    {row[column]?.slice(0, 80)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function pick({ header, text, title, group, abbreviation, tags, id }: Mapping): Mapping {
  return {
    header,
    text,
    ...(title !== undefined && { title }),
    ...(group !== undefined && { group }),
    ...(abbreviation !== undefined && { abbreviation }),
    ...(tags !== undefined && { tags }),
    ...(id !== undefined && { id }),
  };
}
