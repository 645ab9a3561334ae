import { stateOf } from '../../handover/sheet';
import type { Sheet } from '../../handover/sheet';
import { useTexts } from '../../locales/context';
import { stretch } from './moment';
import { SureButton } from '../page/SureButton';

interface Props {
  /** Newest first. */
  sheets: Sheet[];
  onShow(id: string): void;
  onRemove(id: string): void;
}

/** The sheets that were signed. */
export function SheetList({ sheets, onShow, onRemove }: Props) {
  const { t, language } = useTexts();
  return (
    <section className="no-print" aria-label={t('handover.history')}>
      <h2>{t('handover.history')}</h2>
      {sheets.length === 0 && <p className="hint">{t('handover.noHistory')}</p>}
      {sheets.length > 0 && (
        <table>
          <tbody>
            {sheets.map((sheet) => (
              <tr key={sheet.id}>
                <th scope="row">{stretch(sheet.shift, language)}</th>
                <td>{t('handover.points', { count: sheet.points.length })}</td>
                <td>
                  {sheet.signed?.name} → {sheet.taken?.name ?? '…'}
                </td>
                <td>{t(`handover.state.${stateOf(sheet)}`)}</td>
                <td className="line">
                  <button type="button" onClick={() => onShow(sheet.id)}>
                    {t('handover.show')}
                  </button>
                  <SureButton ask={t('handover.remove')} sure={t('handover.removeSure')} onSure={() => onRemove(sheet.id)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
