import type { Reading } from '../../chat/picker/reading';
import { useTexts } from '../../locales/context';

export type ReadingView = Reading;

/** What is read on the page with the parts that were picked. */
export function ReadingTable({ reading }: { reading: ReadingView }) {
  const { t } = useTexts();
  const { counts, lastCustomer, lastAgent, customer, hasSendButton } = reading;
  const other = counts.robot + counts.system;
  const rows = [
    { name: 'lastCustomer', label: t('picker.lastCustomer'), text: lastCustomer },
    { name: 'lastAgent', label: t('picker.lastAgent'), text: lastAgent },
    { name: 'messages', label: t('picker.messages'), text: t('picker.counts', { customer: counts.customer, agent: counts.agent, other }) },
    { name: 'customer', label: t('picker.customer'), text: customer },
    { name: 'send', label: t('picker.send'), text: t(hasSendButton ? 'picker.sendFound' : 'picker.sendByKey') },
  ];
  return (
    <dl data-chatside="pick-reading">
      {rows.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd data-read={name}>{text || t('picker.none')}</dd>
        </div>
      ))}
    </dl>
  );
}
