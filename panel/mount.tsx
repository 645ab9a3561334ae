import { createRef } from 'react';
import type { Found } from '../chat/find';
import { createTexts, languageOf } from '../locales';
import { ask, extensionAlive } from '../messaging/ask';
import { faultOf, sentenceOf } from '../locales/fault';
import { noticeSchema } from '../messaging/protocol';
import type { OpenChatAnswer } from '../messaging/protocol';
import type { Placement } from '../storage/settings';
import { browser } from 'wxt/browser';
import type { Bridge } from './bridge';
import { say } from './desk';
import type { Begin } from './desk';
import { createHost } from './host';
import { Layout } from './layout';
import { loadReplies, noReplies } from './load-replies';
import { PanelView } from './PanelView';
import { createTidyRoot } from './react-root';
import { attach } from './run';
import type { PanelActions } from './run';
import { pageKey } from './keys';
import { createPanelStore } from './state';
import type { PanelStore } from './state';

/**
 * Puts the panel on the page and keeps it on whatever chat the bridge finds there.
 * @returns the panel's state, or null when it could not begin
 */
export async function mountPanel(bridge: Bridge): Promise<PanelStore | null> {
  const { signal } = bridge;
  const begin = await beginning(bridge);
  if (!begin || signal.aborted) return null;
  const store = createPanelStore(begin.placement);
  const host = createHost(signal, extensionAlive, bridge.end);
  const layout = new Layout(host.element, store, signal, () => draw());
  const root = createTidyRoot(host.stage, signal);
  const searchRef = createRef<HTMLInputElement>();
  const noteRef = createRef<HTMLInputElement>();
  let actions: PanelActions | null = null;

  const place = (placement: Placement) => {
    const kept = store.getState().placement;
    store.setState({ placement });
    layout.update();
    if (JSON.stringify(kept) !== JSON.stringify(placement)) void ask('panel.place', { placement }).catch(() => undefined);
  };
  const unfolded = (then: () => void) => {
    const { placement } = store.getState();
    if (placement.folded) place({ ...placement, folded: false });
    // React draws the unfolded panel before the next frame.
    requestAnimationFrame(then);
  };
  const focus = {
    toSearch: () => unfolded(() => searchRef.current?.focus()),
    toNote: () => unfolded(() => noteRef.current?.focus()),
  };
  const draw = () => {
    host.element.dataset.theme = begin.theme;
    root.render(
      <PanelView
        store={store}
        actions={actions}
        language={begin.language}
        corner={layout.corner}
        atBox={layout.atBox}
        searchRef={searchRef}
        noteRef={noteRef}
        onPlace={place}
        onPick={() => void ask('picker.load', {}).catch((error: unknown) => say(store, { kind: 'fault', fault: faultOf(error) }))}
      />,
    );
  };
  let chatLife = new AbortController();
  const show = (found: Found | null) => {
    if (found) {
      chatLife.abort();
      chatLife = new AbortController();
      const both = AbortSignal.any([signal, chatLife.signal]);
      const attached = attach({ found, guard: bridge.guard, begin, store, mount: host.root, signal: both, focus });
      actions = attached.actions;
      layout.follow(attached.session);
    } else {
      // The chat may still stand there: only its profile was taken away.
      chatLife.abort();
      store.setState({ phase: 'lost', waits: [], hits: [], held: null, inPlace: null });
    }
    layout.update();
    draw();
  };

  store.subscribe(({ phase, site }) => {
    host.element.dataset.state = phase;
    host.element.dataset.site = site;
  });
  host.element.dataset.state = 'searching';
  host.element.dataset.site = 'auto';
  bridge.onChange = show;
  if (bridge.found) show(bridge.found);
  layout.update();
  draw();

  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.isComposing || event.keyCode === 229 || !actions || !pageKey(event, { ...focus, ...actions })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  const renew = async () => {
    // The parts hold on to this object: what changed in it holds from now on.
    Object.assign(begin, await ask('panel.begin', {}));
    actions?.renewSettings();
    draw();
  };
  const renewPacks = async () => {
    Object.assign(begin, await ask('panel.packs', {}));
    actions?.renewPacks();
    await renewReplies();
  };
  let renewal = new AbortController();
  const renewReplies = async () => {
    renewal.abort();
    renewal = new AbortController();
    const { signal: own } = renewal;
    try {
      const loaded = await loadReplies(AbortSignal.any([signal, own]));
      if (!loaded) return;
      Object.assign(begin, loaded);
    } catch (error) {
      if (own.aborted) return;
      say(store, { kind: 'fault', fault: faultOf(error) });
    }
    if (signal.aborted) return;
    store.setState({ loading: false });
    actions?.renewPacks();
  };
  const onNotice = (message: unknown, _: unknown, answer: (chat: OpenChatAnswer) => void) => {
    const notice = noticeSchema.safeParse(message);
    if (!notice.success) return;
    if (notice.data.notice === 'reply-search') focus.toSearch();
    if (notice.data.notice === 'which-chat') {
      const { customer, phase } = store.getState();
      if (customer && phase === 'attached') answer({ ...customer, site: begin.site });
    }
    if (notice.data.notice === 'changed') void renew();
    if (notice.data.notice === 'packs-changed') void renewPacks();
  };
  browser.runtime.onMessage.addListener(onNotice);
  void renewReplies();
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onNotice));
  return store;
}

/**
 * What the panel needs to begin. Where the background cannot give it, the page gets one sentence
 * on a bare host in place of a panel.
 */
async function beginning({ signal, end }: Bridge): Promise<Begin | null> {
  try {
    const [settings, packs] = await Promise.all([ask('panel.begin', {}), ask('panel.packs', {})]);
    return { ...settings, ...packs, ...noReplies() };
  } catch (error) {
    const { stage } = createHost(signal, extensionAlive, end);
    const sentence = document.createElement('p');
    sentence.className = 'failed';
    sentence.setAttribute('role', 'alert');
    sentence.textContent = sentenceOf(createTexts(languageOf(navigator.language)).t, faultOf(error));
    stage.append(sentence);
    return null;
  }
}
