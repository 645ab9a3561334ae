import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { customerClasses, secrecies } from '../../storage/records-customers';
import type { CustomerChange } from '../../storage/customers';
import type { CustomerFile } from '../../storage/records-customers';

interface Props {
  customer: CustomerFile;
  onChange(change: CustomerChange): void;
}

/** Each with the longest text that it takes. */
const first = { name: 500, contact: 500, address: 1000, product: 500, model: 200 } as const;
const lists = { orderNumbers: [200, 100], tags: [50, 60], otherNames: [50, 500] } as const;

/** The fields of a file, each kept as it is typed. */
export function FileFields({ customer, onChange }: Props) {
  const { t } = useTexts();
  const [fields, setFields] = useState(customer);
  const change = (part: CustomerChange) => {
    setFields((now) => ({ ...now, ...part }));
    onChange(part);
  };
  const text = (field: keyof typeof first | 'owner' | 'classReason', max: number) => (
    <label key={field}>
      <span>{t(`popup.${field}`)}</span>
      <input value={fields[field]} maxLength={max} onChange={({ target }) => change({ [field]: target.value })} />
    </label>
  );
  return (
    <div className="fields">
      {Object.entries(first).map(([field, max]) => text(field as keyof typeof first, max))}
      <label>
        <span>{t('popup.purchaseDate')}</span>
        <input type="date" value={fields.purchaseDate} onChange={({ target }) => change({ purchaseDate: target.value })} />
      </label>
      {Object.entries(lists).map(([field, [most, longest]]) => (
        <ListField key={field} label={t(`popup.${field as keyof typeof lists}`)} values={fields[field as keyof typeof lists]} most={most} longest={longest} onChange={(values) => change({ [field]: values })} />
      ))}
      <label>
        <span>{t('popup.class')}</span>
        <select value={fields.customerClass ?? ''} onChange={({ target }) => change({ customerClass: customerClasses.find((one) => one === target.value) ?? null })}>
          <option value="">{t('popup.noClass')}</option>
          {customerClasses.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {text('classReason', 1000)}
      <label>
        <span>{t('popup.secrecy')}</span>
        <select value={customer.secrecy} onChange={({ target }) => onChange({ secrecy: secrecies.find((one) => one === target.value) ?? 'open' })}>
          {secrecies.map((one) => (
            <option key={one} value={one}>
              {t(`customer.secrecies.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {text('owner', 100)}
    </div>
  );
}

interface ListFieldProps {
  label: string;
  values: string[];
  most: number;
  longest: number;
  onChange(values: string[]): void;
}

/** Several values in one line, parted by commas of either width. */
function ListField({ label, values, most, longest, onChange }: ListFieldProps) {
  const { t } = useTexts();
  const [text, setText] = useState(values.join(', '));
  return (
    <label>
      <span>{label}</span>
      <input
        value={text}
        placeholder={t('popup.tagsHint')}
        onChange={({ target }) => {
          setText(target.value);
          const parts = target.value.split(/[,，、]/).map((part) => part.trim().slice(0, longest));
          onChange([...new Set(parts)].filter(Boolean).slice(0, most));
        }}
      />
    </label>
  );
}
