import { useLiveQuery } from '../../storage/use-live';
import { useState } from 'react';
import { originPattern } from '../../access/origins';
import { allowPackOrigin, dropPackOrigin } from '../../access/pack-origins';
import { PublishForm } from '../../components/team/PublishForm';
import { SubscribeForm } from '../../components/team/SubscribeForm';
import { SubscriptionList } from '../../components/team/SubscriptionList';
import '../../components/team/team.css';
import { useTexts } from '../../locales/context';
import type { Pack } from '../../packs/format';
import { textIn } from '../../packs/local-text';
import { PublishFault, publishSentence } from '../../packs/publishing/faults';
import { createKeyFile, readKeyFile } from '../../packs/publishing/key-file';
import { publishPack, serialOf } from '../../packs/publishing/published';
import { givesPacks, readSubscriptions, subscribe, unsubscribe } from '../../storage/subscriptions';
import { useStoredPacks } from '../../storage/use-packs';
import { follow } from '../../subscriptions/follow';
import { setAlarm } from '../../subscriptions/watch';
import { saveFileAs } from '../popup/save-file';

/** Packs that come from a lead, and packs that a lead gives out. */
export function TeamPage() {
  const { t, language } = useTexts();
  const subscriptions = useLiveQuery(readSubscriptions, []);
  const packs = useStoredPacks();
  const ask = async (url: string) => {
    await follow(url);
    await setAlarm();
  };
  const allow = async (url: string) => {
    const origin = originPattern(url);
    const allowed = origin !== null && (await allowPackOrigin(origin));
    if (allowed) await ask(url);
  };
  const begin = async (url: string, fingerprint: string) => {
    const origin = originPattern(url);
    if (!origin || !(await allowPackOrigin(origin))) return false;
    await subscribe(url, fingerprint);
    await ask(url);
    return true;
  };
  const end = async (url: string) => {
    await unsubscribe(url);
    await setAlarm();
    const origin = originPattern(url);
    if (origin && !(await givesPacks(origin))) await dropPackOrigin(origin);
  };
  if (!subscriptions) return null;
  const nameOf = (id: string) => {
    const name = packs.find((pack) => pack.id === id)?.pack.name;
    return name ? textIn(name, language) : null;
  };
  return (
    <>
      <h1>{t('workbench.tabs.team')}</h1>
      <section aria-label={t('team.follow')}>
        <h2>{t('team.follow')}</h2>
        <p className="lead">{t('team.followIntro')}</p>
        <SubscriptionList
          subscriptions={subscriptions}
          nameOf={nameOf}
          onAsk={(url) => void ask(url)}
          onAllow={(url) => void allow(url)}
          onEnd={(url) => void end(url)}
        />
        <SubscribeForm known={subscriptions.map(({ url }) => url)} onSubscribe={begin} />
      </section>
      <Publishing packs={packs.filter(({ origin }) => origin !== 'subscription').map(({ pack }) => pack)} />
    </>
  );
}

function Publishing({ packs }: { packs: Pack[] }) {
  const { t, language } = useTexts();
  const [said, setSaid] = useState<{ kind: 'done' | 'fault'; text: string } | null>(null);
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  const makeKey = async () => {
    const key = await createKeyFile();
    setFingerprint(key.fingerprint);
    setSaid({ kind: 'done', text: t('team.keyMade', { file: saveFileAs('chatside-key.json', 'json', key.text) }) });
  };
  const publish = async (pack: Pack, keyFile: File, last: File | null) => {
    let reading = keyFile;
    try {
      const keys = await readKeyFile(await keyFile.text());
      if (last) reading = last;
      const serial = last ? serialOf(await last.text()) + 1 : 1;
      const file = saveFileAs(`${pack.id}.published.json`, 'json', await publishPack(pack, keys, serial));
      setFingerprint(keys.fingerprint);
      setSaid({ kind: 'done', text: t('team.published', { file, serial }) });
    } catch (error) {
      if (!(error instanceof PublishFault)) throw error;
      setSaid({ kind: 'fault', text: publishSentence(error, reading.name, language) });
    }
  };
  return (
    <section aria-label={t('team.publish')}>
      <h2>{t('team.publish')}</h2>
      <p className="lead">{t('team.publishIntro')}</p>
      <PublishForm
        packs={packs}
        said={said}
        fingerprint={fingerprint}
        onMakeKey={() => void makeKey()}
        onPublish={(pack, key, last) => void publish(pack, key, last)}
      />
    </section>
  );
}
