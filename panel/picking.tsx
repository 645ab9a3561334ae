import { createTidyRoot } from './react-root';
import { flushSync } from 'react-dom';
import { browser } from 'wxt/browser';
import { pickSteps, startPicker } from '../chat/picker';
import { readBy } from '../chat/picker/reading';
import type { SiteProfile } from '../chat/sites/profile';
import { PickerCard } from '../components/picker/PickerCard';
import type { PickerView } from '../components/picker/PickerCard';
import { TextsContext, textsIn } from '../locales/context';
import { faultOf, sentenceOf } from '../locales/fault';
import { ask } from '../messaging/ask';
import { noticeSchema } from '../messaging/protocol';
import { createPickerHost } from './picker-host';

const world = globalThis as { chatsidePicker?: AbortController };

/**
 * Lets somebody show where the chat is, in this frame or in another of the tab: the pickers of all
 * frames stand ready, the card is shown in the one that is pointed in, and the first pick ends the
 * others. What is saved is attached by the watch of this frame, without a reload.
 */
export async function mountPicker(): Promise<void> {
  // The frame of an editor: the page around it points at it as a whole.
  if (document.body?.isContentEditable || document.designMode === 'on') return;
  world.chatsidePicker?.abort();
  const ended = new AbortController();
  world.chatsidePicker = ended;
  const { signal } = ended;
  const { site, language, theme } = await ask('picker.begin', {});
  if (signal.aborted) return;

  // `randomUUID` is not there on pages without TLS.
  const token = crypto.getRandomValues(new Uint32Array(3)).join('-');
  const texts = textsIn(language);
  const host = createPickerHost(theme, signal);
  const root = createTidyRoot(host.stage, signal);
  let view: PickerView = { step: pickSteps[0], at: 1, of: pickSteps.length, proof: null, reading: null, name: site, fault: '' };
  let reading = new AbortController();

  const drawAndPlace = (change: Partial<PickerView> = {}) => {
    flushSync(() => draw(change));
    host.keepClear();
  };
  const draw = (change: Partial<PickerView> = {}) => {
    view = { ...view, ...change };
    host.element.dataset.step = view.step ?? 'done';
    root.render(
      <TextsContext value={texts}>
        <PickerCard
          view={view}
          onSkip={() => picker.skip()}
          onBack={() => picker.back()}
          onCancel={cancel}
          onName={(name) => draw({ name })}
          onSave={() => void save()}
          onMove={host.move}
        />
      </TextsContext>,
    );
  };
  let front = window === window.top ? 'pointed' : '';
  const tell = (state: 'pointed' | 'picked' | 'ended') => {
    if (front === state) return;
    front = state;
    void ask('picker.front', { token, state }).catch(() => undefined);
  };
  const cancel = () => {
    tell('ended');
    ended.abort();
  };
  let picked: SiteProfile | null = null;
  /** Everything was picked: shows what is read with it. */
  const readNow = () => {
    reading.abort();
    reading = new AbortController();
    picked = picker.profile(site, new Date().toLocaleDateString('sv'));
    const life = AbortSignal.any([signal, reading.signal]);
    const works = picked !== null && readBy(document, picked, (read) => (view.reading ? draw : drawAndPlace)({ reading: read }), life);
    if (!works) draw({ reading: null });
  };
  const save = async () => {
    if (!picked) return;
    try {
      const name = view.name.trim();
      await ask('site.keep', { profile: { ...picked, name: { 'zh-CN': name, en: name } } });
      cancel();
    } catch (error) {
      draw({ fault: sentenceOf(texts.t, faultOf(error)) });
    }
  };
  const picker = startPicker({
    document,
    frame: host.frame,
    signal,
    isOwn: host.isOwn,
    hasFocus: host.hasFocus,
    onProof: (proof) => {
      if (host.stage.hidden) {
        host.stage.hidden = false;
        host.keepClear();
      }
      if (front !== 'picked') tell('pointed');
      // Keys go where the focus is: without it, arrows and Enter would be those of another frame.
      if (!document.hasFocus()) window.focus();
      draw({ proof });
    },
    onStep: (step) => {
      tell('picked');
      host.blur();
      reading.abort();
      drawAndPlace({ step, at: step ? pickSteps.indexOf(step) + 1 : pickSteps.length, proof: null, reading: null, fault: '' });
      if (!step) readNow();
    },
    onCancel: cancel,
  });
  const onNotice = (message: unknown) => {
    const notice = noticeSchema.safeParse(message);
    if (!notice.success || notice.data.notice !== 'picker-front' || notice.data.token === token) return;
    if (notice.data.state !== 'pointed') ended.abort();
    else {
      front = '';
      host.stage.hidden = true;
      host.frame.style.display = 'none';
    }
  };
  browser.runtime.onMessage.addListener(onNotice);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onNotice));
  host.stage.hidden = window !== window.top;
  drawAndPlace();
  window.addEventListener('resize', host.keepClear, { signal });
}
