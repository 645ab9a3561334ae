import { useState } from 'react';
import { useTexts } from '../../locales/context';
import { publishSentence } from '../../packs/publishing/faults';
import { showFingerprint } from '../../packs/publishing/published';
import type { Subscription } from '../../storage/records';

interface Props {
  subscriptions: Subscription[];
  /** The name of a pack that is in use, by its id. */
  nameOf(packId: string): string | null;
  onAsk(url: string): void;
  onAllow(url: string): void;
  onEnd(url: string): void;
}

/** Each subscription with its pack, how the last question went, and what the last release brought. */
export function SubscriptionList({ subscriptions, ...actions }: Props) {
  const { t } = useTexts();
  if (subscriptions.length === 0) return <p className="hint">{t('team.none')}</p>;
  return (
    <ul className="subscriptions">
      {subscriptions.map((subscription) => (
        <SubscriptionItem key={subscription.url} subscription={subscription} {...actions} />
      ))}
    </ul>
  );
}

function SubscriptionItem({ subscription, nameOf, onAsk, onAllow, onEnd }: Omit<Props, 'subscriptions'> & { subscription: Subscription }) {
  const { t, language } = useTexts();
  const [sure, setSure] = useState(false);
  const { url, fault, packId, serial, publishedAt, askedAt, nextAt, changes } = subscription;
  const at = (time: number | string) => new Date(time).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li data-url={url} data-serial={serial} data-fault={fault?.code}>
      <b>{(packId && nameOf(packId)) ?? new URL(url).host}</b>
      {subscription.managed && <span className="hint"> {t('team.managed')}</span>}
      <div className="hint url">{url}</div>
      <div className="hint">
        {serial > 0 ? t('team.release', { serial, date: at(publishedAt) }) : t('team.waiting')}
        {' · '}
        {askedAt ? t('team.asked', { time: at(askedAt) }) : t('team.never')}
        {nextAt > 0 && ` · ${t('team.again', { time: at(nextAt) })}`}
      </div>
      {fault && (
        <p className="status" role="alert">
          {publishSentence(fault, url, language)}
        </p>
      )}
      {changes && (
        <details>
          <summary>{t('team.whatIsNew')}</summary>
          {(['replies', 'words'] as const).map((kind) => (
            <div key={kind}>
              {t(`team.${kind}Changed`, { added: changes[kind].added, changed: changes[kind].changed, removed: changes[kind].removed })}
              {changes[kind].names.length > 0 && <p className="hint">{changes[kind].names.join(language === 'zh-CN' ? '、' : ', ')}</p>}
            </div>
          ))}
          <p className="hint">{showFingerprint(subscription.fingerprint)}</p>
        </details>
      )}
      <div className="line">
        {fault?.code === 'not-allowed' && (
          <button type="button" onClick={() => onAllow(url)}>
            {t('team.allow')}
          </button>
        )}
        <button type="button" onClick={() => onAsk(url)}>
          {t('team.askNow')}
        </button>
        {!subscription.managed && (
          <button type="button" onClick={() => (sure ? onEnd(url) : setSure(true))} onBlur={() => setSure(false)}>
            {t(sure ? 'team.reallyUnsubscribe' : 'team.unsubscribe')}
          </button>
        )}
      </div>
    </li>
  );
}
