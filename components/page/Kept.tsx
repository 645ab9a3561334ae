import { Component } from 'react';
import type { ReactNode } from 'react';
import { faultOf, sentenceOf } from '../../locales/fault';
import { useTexts } from '../../locales/context';

interface Props {
  /** Whether the page may use what is stored. */
  state: 'ready' | 'blocked' | 'outdated' | 'failing';
  children: ReactNode;
}

/** What a page shows, with the sentence above it that says why nothing can be stored now. */
export function Kept({ state, children }: Props) {
  const { t } = useTexts();
  return (
    <>
      {state !== 'ready' && (
        <p className="status" role="alert" data-chatside="database" data-state={state}>
          {t(`app.database.${state}`)}{' '}
          {state === 'outdated' && (
            <button type="button" onClick={() => location.reload()}>
              {t('app.database.reload')}
            </button>
          )}
        </p>
      )}
      <Standing said={(detail) => (state === 'outdated' ? null : sentenceOf(t, { code: 'internal', detail }))}>{children}</Standing>
    </>
  );
}

interface StandingProps {
  said(detail: string): string | null;
  children: ReactNode;
}

/** A part that can be drawn no more, since what it reads is out of reach, leaves a sentence and not an empty page. */
class Standing extends Component<StandingProps, { failed: string | null }> {
  override state = { failed: null };
  static getDerivedStateFromError = (error: unknown) => ({ failed: faultOf(error).detail });
  override render() {
    if (this.state.failed === null) return this.props.children;
    const said = this.props.said(this.state.failed);
    return said && <p role="alert">{said}</p>;
  }
}
