import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Hit } from '../../../banned-words';
import { useTexts } from '../../../locales/context';
import { textIn } from '../../../packs/local-text';
import { renderBubble } from '../../../replies/render';
import type { TemplateValues } from '../../../replies/render';

interface Props {
  bubbles: readonly string[];
  values: TemplateValues;
  check(text: string): Hit[];
}

/** Messages as they would stand in the chat box, with open slots, faults of the template and the word check's finds. */
export function Preview({ bubbles, values, check }: Props) {
  const { t, language } = useTexts();
  const [now] = useState(() => new Date());
  return (
    <div className="preview" lang={values.language}>
      {bubbles.map((bubble, at) => {
        if (bubble.trim() === '') return null;
        const { text, slots, unknown, faults } = renderBubble(bubble, values, now);
        const hits = check(text);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- messages have no names; their place is what they are
          <div key={at}>
            <p className="bubble">{marked(text, slots, hits)}</p>
            <ul lang={language}>
              {faults.map(({ code, start, detail }) => (
                <li key={`${code}${start}`} className="level-block">
                  {t(`packs.faults.${code}`, { detail: detail ?? '' })}
                </li>
              ))}
              {unknown.map((name) => (
                <li key={name} className="level-warn">
                  {t('packs.unknownMark', { name })}
                </li>
              ))}
              {hits.map((hit) => (
                <li key={`${hit.start}${hit.term}`} className={`level-${hit.level}`} data-chatside="hit" data-term={hit.term} data-level={hit.level}>
                  “{hit.text}” · {t(`level.${hit.level}`)} · {textIn(hit.reason, language)}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

interface Span {
  start: number;
  end: number;
}

/** The text with its open slots and finds marked; a find goes before a slot. */
function marked(text: string, slots: readonly (Span & { open: boolean })[], hits: readonly Hit[]): ReactNode[] {
  const spans = [
    ...hits.map(({ start, end, level }) => ({ start, end, className: `find find-${level}` })),
    ...slots.filter((slot) => slot.open && !hits.some((hit) => hit.start < slot.end && slot.start < hit.end)).map(({ start, end }) => ({ start, end, className: 'slot' })),
  ].sort((a, b) => a.start - b.start);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end, className } of spans) {
    parts.push(text.slice(at, start), <mark key={start} className={className}>{text.slice(start, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}
