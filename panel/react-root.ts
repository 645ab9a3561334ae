import { closeSchedulerPort, schedulerIsLoaded } from './scheduler-port';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';

schedulerIsLoaded();

/**
 * React's root in `stage` until the signal. React leaves a listener on the document and an open port
 * behind when it unmounts, which does no harm on a page of its own; in the shop's page, which lives
 * on for a day, they would keep the whole panel of a reloaded extension.
 */
export function createTidyRoot(stage: Element, signal: AbortSignal): Root {
  const stop = listenersOn(document, signal);
  const root = createRoot(stage);
  stop();
  signal.addEventListener('abort', () => {
    root.unmount();
    // What React still has to do after the unmounting comes through the port.
    setTimeout(closeSchedulerPort);
  });
  return root;
}

/** Takes the listeners that are added to `target` from now on away with the signal, until the returned call. */
function listenersOn(target: Document, signal: AbortSignal): () => void {
  target.addEventListener = (type: string, listener: EventListener, options?: boolean | AddEventListenerOptions) => {
    const given = typeof options === 'object' ? options : { capture: options ?? false };
    Document.prototype.addEventListener.call(target, type, listener, { ...given, signal });
  };
  return () => Reflect.deleteProperty(target, 'addEventListener');
}
