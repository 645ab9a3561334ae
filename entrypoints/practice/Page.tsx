import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { runOf, type Run } from '@/practice/history';
import { scenesIn, type Language } from '@/practice/scenes';
import { score as scoreOf } from '@/practice/score';
import type { PageSettings } from '@/practice/settings';
import type { Happening, Shift } from '@/practice/shift';
import { readinessOf } from '@/practice/standard';
import { Verdict } from '@/components/practice/Verdict';
import { Coach } from './Coach';
import { Composer } from './Composer';
import { Conversation } from './Conversation';
import { openDesk, pageClock } from './desk';
import { practiceScore } from './practice-score';
import { preferences } from './preferences';
import { RunHistory } from './RunHistory';
import { runStore } from './run-store';
import { SessionList } from './SessionList';
import { themes, TopBar, type Theme } from './TopBar';
import { Welcome } from './Welcome';
import { useWords, WordsProvider } from './words';

interface Props {
  settings: PageSettings;
  unusable: string[];
}

export function Page({ settings, unusable }: Props) {
  const [{ language, autostart }, setShown] = useState({ language: settings.language, autostart: settings.autostart });
  return (
    <WordsProvider language={language}>
      <Console
        key={language}
        settings={{ ...settings, language, autostart }}
        unusable={unusable}
        onLanguage={(chosen) => {
          preferences.write('language', chosen);
          practiceScore.reset();
          setShown({ language: chosen, autostart: false });
        }}
      />
    </WordsProvider>
  );
}

function Console({ settings, unusable, onLanguage }: Props & { onLanguage(language: Language): void }) {
  const { t, language } = useWords();
  const [theme, setTheme] = useState<Theme>(() => themes.find((name) => name === preferences.read('theme')) ?? 'system');
  const [trainee, setTrainee] = useState(() => preferences.read('trainee') ?? '');
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const [notice, setNotice] = useState(unusable.length > 0 ? t.unusable(unusable.join(', ')) : '');
  const [announcement, setAnnouncement] = useState('');
  const [showHistory, setShowHistory] = useState(false);
  const [runs, setRuns] = useState<Run[]>([]);
  const field = useRef<HTMLTextAreaElement>(null);
  const held = useSyncExternalStore(practiceScore.subscribe, practiceScore.held);

  const standard = useSyncExternalStore(practiceScore.subscribe, practiceScore.standard);
  const name = trainee.trim();
  useEffect(() => {
    void runStore.read().then((kept) => setRuns(kept.runs));
  }, []);
  const readiness = useMemo(
    () => (standard && name ? readinessOf(runs.filter((run) => run.trainee === name), standard) : null),
    [standard, name, runs],
  );

  const [desk] = useState(() => {
    const { customers, pace, seed, scene, autostart } = settings;
    return openDesk(scenesIn(language), { customers, pace, seed, scene }, autostart);
  });
  const shift = useSyncExternalStore(desk.listen, desk.shift);
  const score = useMemo(() => scoreOf(shift), [shift]);

  const keep = (now: Shift) => {
    const run = runOf(now, scoreOf(now), trainee.trim(), practiceScore.held(), pageClock());
    if (!run || run.waits === 0) return;
    void runStore.keep(run).then(
      async () => setRuns((await runStore.read()).runs),
      () => setNotice(t.cannotKeep),
    );
  };
  const onHappenings = useEffectEvent((happenings: Happening[], now: Shift) => {
    const arrived = happenings.flatMap((h) => (h.type === 'arrived' ? now.chats.filter(({ id }) => id === h.chatId) : []));
    if (arrived.length > 0) setAnnouncement(arrived.map(({ name }) => t.announceNew(name)).join(' '));
    if (happenings.some(({ type }) => type === 'ended')) keep(now);
    if (happenings.some(({ type }) => type === 'over')) setNotice(t.allDone);
  });
  useEffect(() => desk.listen((happenings, now) => onHappenings(happenings, now)), [desk]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);
  const unread = shift.chats.reduce((sum, chat) => sum + chat.unread, 0);
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${t.title}` : t.title;
  }, [unread, t]);

  const chat = shift.chats.find(({ id }) => id === shift.openChatId) ?? null;
  const draft = chat ? (drafts[chat.id] ?? '') : '';
  const setDraft = (id: string, text: string) => setDrafts((all) => ({ ...all, [id]: text }));
  const open = (chatId: string) => {
    desk.send({ type: 'open', chatId });
    requestAnimationFrame(() => field.current?.focus());
  };
  const close = (chatId: string) => {
    desk.send({ type: 'close', chatId });
    field.current?.focus();
  };
  const restart = () => {
    keep(shift);
    setNotice('');
    setDrafts({});
    practiceScore.reset();
    desk.renew({ ...shift.options, seed: (shift.options.seed + 1) % 2 ** 32 });
  };
  const toggle = { ready: 'start', running: 'pause', paused: 'resume', over: 'tick' } as const;
  return (
    <div className="app">
      <TopBar
        shift={shift}
        theme={theme}
        onPace={(pace) => desk.send({ type: 'pace', pace })}
        onLanguage={(chosen) => {
          keep(shift);
          onLanguage(chosen);
        }}
        onTheme={(chosen) => {
          preferences.write('theme', chosen);
          setTheme(chosen);
        }}
        onToggle={() => desk.send({ type: toggle[shift.status] })}
        onRestart={restart}
        onHistory={() => setShowHistory(true)}
      />
      {notice && <p className="notice" role="status">{notice}</p>}
      <p className="sr-only" role="status">{announcement}</p>
      <main className="desk">
        <SessionList shift={shift} onOpen={open} />
        <section className="chat" aria-label={chat?.name ?? t.sessions}>
          {shift.status === 'ready' && <Welcome onStart={() => desk.send({ type: 'start' })} />}
          {!chat && shift.status !== 'ready' && <p className="empty empty-chat">{t.soonFirst}</p>}
          {chat && (
            <>
              <Conversation key={chat.id} chat={chat} onClose={() => close(chat.id)} />
              <Composer
                field={field}
                scene={chat.scene}
                draft={draft}
                paused={shift.status === 'paused'}
                onDraft={(text) => setDraft(chat.id, text)}
                onSend={() => {
                  desk.send({ type: 'send', chatId: chat.id, text: draft.trim() });
                  setDraft(chat.id, '');
                }}
              />
            </>
          )}
        </section>
        <Coach
          chat={chat}
          score={score}
          held={held}
          trainee={trainee}
          verdict={standard && readiness && <Verdict standard={standard} readiness={readiness} language={language} />}
          onTrainee={(name) => {
            preferences.write('trainee', name);
            setTrainee(name);
          }}
        />
      </main>
      {showHistory && <RunHistory onClose={() => setShowHistory(false)} />}
    </div>
  );
}
