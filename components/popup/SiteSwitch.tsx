import { useTexts } from '../../locales/context';

interface Props {
  /** Null on a page that no extension may work on. */
  site: { host: string; on: boolean } | null;
  onTurn(on: boolean): void;
}

/** Whether Chatside is on for the page under the popup, and the button that turns it. */
export function SiteSwitch({ site, onTurn }: Props) {
  const { t } = useTexts();
  if (!site) return <p className="site hint">{t('popup.notHere')}</p>;
  const { host, on } = site;
  return (
    <p className="site">
      <span>{t(on ? 'popup.isOn' : 'popup.isOff', { host })}</span>
      <button type="button" className={on ? '' : 'primary'} onClick={() => onTurn(!on)}>
        {t(on ? 'popup.turnOff' : 'popup.turnOn', { host })}
      </button>
    </p>
  );
}
