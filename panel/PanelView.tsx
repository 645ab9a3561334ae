import { useMemo } from 'react';
import type { Ref } from 'react';
import { useStore } from 'zustand';
import { CustomerNotes } from '../components/panel/CustomerNotes';
import { Finding } from '../components/panel/Finding';
import { Replies } from '../components/panel/Replies';
import { ReplyList } from '../components/panel/ReplyList';
import { FoldedTab, Shell } from '../components/panel/Shell';
import { Explain } from '../components/panel/Explain';
import { Hits, Hold } from '../components/panel/Words';
import { WaitList } from '../components/clock/WaitList';
import { TextsContext, textsIn } from '../locales/context';
import { sentenceOf } from '../locales/fault';
import type { Language, Translate } from '../locales';
import type { Placement } from '../storage/settings';
import type { PanelActions } from './run';
import type { PanelState, PanelStore, Said } from './state';

/** The user's shortcut as it is written on keys; a user may have set another, which the browser shows. */
const SHORTCUT = 'Alt+Shift+K';

interface Props {
  store: PanelStore;
  /** Null until a chat is attached. */
  actions: PanelActions | null;
  language: Language;
  corner: { x: number; y: number };
  /** Where offers at the chat box stand: above it, viewport CSS px. */
  atBox: { left: number; bottom: number; width: number } | null;
  searchRef: Ref<HTMLInputElement>;
  noteRef: Ref<HTMLInputElement>;
  onPlace(placement: Placement): void;
  /** The user wants to show where the chat is. */
  onPick(): void;
}

/** The whole panel, from its state. */
export function PanelView({ store, actions, language, corner, atBox, searchRef, noteRef, onPlace, onPick }: Props) {
  const state = useStore(store);
  const texts = useMemo(() => textsIn(language), [language]);
  const { t } = texts;
  const unfold = () => onPlace({ ...state.placement, folded: false });
  if (state.placement.folded) {
    return (
      <TextsContext value={texts}>
        <div className="panel folded">
          <FoldedTab
            waiting={state.waits.length}
            late={state.waits.some((wait) => wait.level === 'late')}
            hits={state.hits.length}
            onUnfold={unfold}
          />
        </div>
        {state.held && actions && (
          <div className="at-box hold-at-box" style={atBox ?? undefined}>
            <Hold held={state.held} onBack={actions.toFault} onRelease={actions.release} />
          </div>
        )}
        {atBox && actions && state.inPlace && <AtBox state={state} actions={actions} place={atBox} t={t} />}
        <AtWord state={state} actions={actions} />
      </TextsContext>
    );
  }
  return (
    <TextsContext value={texts}>
      <aside className="panel" aria-label={t('panel.label')} lang={language}>
        <Shell placement={state.placement} corner={corner} onPlace={onPlace} onPick={onPick}>
          <Finding phase={state.phase} fallback={state.fallback} onPick={onPick} />
          {state.holdAbility === 'shown-only' && (
            <p className="note-line" role="status" data-chatside="shown-only">
              {t('panel.shownOnly')}
            </p>
          )}
          {actions && (
            <>
              {state.held && <Hold held={state.held} onBack={actions.toFault} onRelease={actions.release} />}
              <Hits hits={state.hits} onFix={actions.fix} onFixAll={actions.fixAll} onExcuse={actions.excuse} />
              {state.said && (
                <p className="said" role="status" data-chatside="said" data-kind={state.said.kind}>
                  <span>{said(t, state.said)}</span>
                  {(state.said.kind === 'pictureCopied' || state.said.kind === 'pictureRefused') && (
                    <button type="button" data-chatside="picture-save" onClick={actions.savePicture}>
                      {t('replies.savePicture')}
                    </button>
                  )}
                  {'id' in state.said && <TakeBack id={state.said.id} t={t} onTakeBack={actions.withdraw} />}
                  <button
                    type="button"
                    className="plain icon"
                    aria-label={t('panel.dismiss')}
                    onClick={() => store.setState({ said: null })}
                  >
                    ×
                  </button>
                </p>
              )}
              <WaitList
                waits={state.waits}
                openKey={state.customer?.key ?? null}
                onOpen={actions.openChat}
                t={t}
              />
              {state.customer && (
                <CustomerNotes
                  customer={state.customer}
                  file={state.file}
                  text={state.noteText}
                  noteRef={noteRef}
                  onText={actions.typeNote}
                  onAdd={actions.addNote}
                  onBack={actions.toComposer}
                />
              )}
              <Replies
                query={state.query}
                loading={state.loading}
                offers={state.offers}
                more={state.moreOffers}
                active={state.activeOffer}
                pending={state.pending}
                thumbs={state.pending ? actions.thumbsOf(state.pending.pictures) : []}
                listed={state.inPlace === null || atBox === null}
                shortcut={SHORTCUT}
                searchRef={searchRef}
                onQuery={actions.search}
                onActive={actions.setActive}
                onMore={actions.showMore}
                onTake={actions.take}
                onNext={actions.nextBubble}
                onPicture={actions.insertPicture}
                onBack={actions.toComposer}
              />
            </>
          )}
        </Shell>
      </aside>
      {atBox && actions && state.inPlace && <AtBox state={state} actions={actions} place={atBox} t={t} />}
      <AtWord state={state} actions={actions} />
    </TextsContext>
  );
}

/** The explanation of a banned word, where it stands in the chat box. */
function AtWord({ state, actions }: { state: PanelState; actions: PanelActions | null }) {
  if (!actions || !state.explained) return null;
  return (
    <Explain
      explained={state.explained}
      onFix={actions.fix}
      onExcuse={actions.excuse}
      onBack={actions.closeExplanation}
      onOver={actions.overExplanation}
    />
  );
}

interface AtBoxProps {
  state: PanelState;
  actions: PanelActions;
  place: { left: number; bottom: number; width: number };
  t: Translate;
}

/** Offers at the chat box itself, for a `/query` typed in it. */
function AtBox({ state, actions, place, t }: AtBoxProps) {
  if (state.offers.length === 0) return null;
  return (
    <div className="at-box" style={place}>
      <ReplyList
        id="at-box"
        label={t('replies.inPlace', { query: state.inPlace?.query ?? '' })}
        offers={state.offers}
        active={state.activeOffer}
        onTake={actions.take}
      />
      <p className="hint">{t('replies.keys')}</p>
    </div>
  );
}

function TakeBack({ id, t, onTakeBack }: { id: string; t: Translate; onTakeBack(id: string): void }) {
  return (
    <button type="button" data-chatside="take-back" onClick={() => onTakeBack(id)}>
      {t('words.takeBack')}
    </button>
  );
}

function said(t: Translate, what: Said): string {
  switch (what.kind) {
    case 'fault':
      return sentenceOf(t, what.fault);
    case 'inserted':
      return t('replies.inserted', { title: what.title });
    case 'slots':
      return t('replies.openSlot', { names: what.names.join(', ') });
    case 'refused':
    case 'composing':
      return t(`replies.${what.kind}`);
    case 'pictureIn':
    case 'pictureCopied':
    case 'pictureRefused':
      return t(`replies.${what.kind}`, { alt: what.alt });
    case 'pictureGone':
      return t('replies.pictureGone');
    case 'noteSaved':
      return t('customer.saved');
    case 'excused':
    case 'excuseAsked':
      return t(`words.${what.kind}`, { text: what.text });
    case 'released':
      return t('words.released');
  }
}
