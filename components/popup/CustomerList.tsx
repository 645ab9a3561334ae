import { useTexts } from '../../locales/context';
import type { CustomerWithNotes } from '../../storage/customers';

interface Props {
  customers: CustomerWithNotes[];
  /** The customer of the open chat, in front of the others. */
  openId: string | null;
  query: string;
  onOpen(id: string): void;
}

/** Customers with their newest note, each a button. */
export function CustomerList({ customers, openId, query, onOpen }: Props) {
  const { t, language } = useTexts();
  if (customers.length === 0) {
    return <p className="hint">{query ? t('popup.nothingFound', { query }) : t('popup.empty')}</p>;
  }
  const ordered = customers.toSorted((a, b) => Number(b.customer.id === openId) - Number(a.customer.id === openId));
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' });
  return (
    <ul className="customers" aria-label={t('popup.title')}>
      {ordered.map(({ customer, notes }) => (
        <li key={customer.id}>
          <button type="button" className="plain" data-chatside="customer" data-key={customer.key} onClick={() => onOpen(customer.id)}>
            <span className="name">{customer.name || t('customer.unnamed')}</span>
            {customer.customerClass && <span className="badge">{t('customer.classIs', { class: customer.customerClass })}</span>}
            {customer.id === openId && <span className="badge accent">{t('popup.openNow')}</span>}
            <span className="meta">
              {customer.site} · {day.format(customer.updatedAt)}
            </span>
            {notes[0] && <span className="latest">{notes[0].text}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
