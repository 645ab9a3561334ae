import type { FrameCheck, SiteFinding } from '../../chat/sites/check-result';
import { useTexts } from '../../locales/context';
import type { Translate } from '../../locales';

/** What of a page's profiles still matches, and what is found without them; one part for each frame with a chat. */
export function SiteCheck({ frames }: { frames: readonly FrameCheck[] }) {
  const { t } = useTexts();
  if (frames.length === 0) return <p role="status">{t('profiles.nothing')}</p>;
  return (
    <div className="site-check" role="status" data-chatside="site-check">
      {frames.map((frame) => (
        <Frame key={frame.address} frame={frame} />
      ))}
    </div>
  );
}

function Frame({ frame: { address, attached, look, profiles } }: { frame: FrameCheck }) {
  const { t, language } = useTexts();
  const nameOf = (id: string) => profiles.find((profile) => profile.id === id)?.name[language] ?? id;
  const send = t(look?.send ? 'profiles.sendYes' : 'profiles.sendNo');
  return (
    <section>
      <p className="hint address">{address}</p>
      <p data-attached={attached?.site ?? ''}>{state(attached, nameOf, t)}</p>
      <p className="hint">{look ? t('profiles.look', { messages: look.messages, last: look.last, send }) : t('profiles.lookNone')}</p>
      {profiles.map(({ id, name, works, findings }) => (
        <table key={id} data-profile={id} data-works={works}>
          <caption>
            {name[language]}: <b className={works ? '' : 'level-block'}>{t(works ? 'profiles.works' : 'profiles.fails')}</b>
          </caption>
          <thead>
            <tr>
              <th>{t('profiles.part')}</th>
              <th>{t('profiles.found')}</th>
              <th>{t('profiles.by')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <Finding key={finding.part} finding={finding} />
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}

function Finding({ finding: { part, css, at, of, count } }: { finding: SiteFinding }) {
  const { t } = useTexts();
  return (
    <tr data-part={part} data-count={count}>
      <th scope="row">{t(`profiles.parts.${part}`)}</th>
      <td className={count === 0 ? 'level-warn' : 'number'}>{count === 0 ? t('profiles.none') : count}</td>
      <td className="source">{css !== null && (of > 1 ? t('profiles.fallback', { css, at, of }) : css)}</td>
    </tr>
  );
}

function state(attached: FrameCheck['attached'], nameOf: (id: string) => string, t: Translate): string {
  if (!attached) return t('profiles.attachedNone');
  if (attached.fallback) return t('profiles.attachedFallback');
  return attached.site === 'auto' ? t('profiles.attachedAuto') : t('profiles.attachedBy', { name: nameOf(attached.site) });
}
