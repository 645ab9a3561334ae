import { Observable } from './observable';

/** A DirectLine connection with nobody at the other end but this page. */
export function createOfflineDirectLine({ history, onPost }) {
  const observers = new Set();
  const emit = (activity) => observers.forEach((observer) => observer.next(activity));
  const activityOf = (line) => ({
    type: 'message',
    id: line.id,
    timestamp: new Date(line.at).toISOString(),
    from: line.side === 'agent' ? { id: 'ada', name: 'Ada', role: 'user' } : { id: 'emma', name: line.name, role: 'bot' },
    text: line.text,
    channelData: {},
  });
  return {
    connectionStatus$: new Observable((observer) => {
      observer.next(0);
      observer.next(1);
      observer.next(2);
    }),
    activity$: new Observable((observer) => {
      observers.add(observer);
      for (const line of history()) observer.next(activityOf(line));
      return () => observers.delete(observer);
    }),
    postActivity: (activity) =>
      new Observable((observer) => {
        if (activity.type !== 'message') {
          observer.next(`e${Date.now()}`);
          observer.complete();
          return;
        }
        const line = onPost(activity.text);
        emit({ ...activityOf(line), channelData: activity.channelData });
        observer.next(line.id);
        observer.complete();
      }),
    getSessionId: () => new Observable((observer) => observer.complete()),
    end() {},
    referenceGrammarId: undefined,
    arrive: (line) => emit(activityOf(line)),
  };
}
