/**
 * React's scheduler opens a message channel as it is loaded and never closes it; an open port is
 * kept by the browser, and with it all of this script. To be imported before React, so that the
 * port is known.
 */
const Channel = globalThis.MessageChannel;
const ports: MessagePort[] = [];

globalThis.MessageChannel = class extends Channel {
  constructor() {
    super();
    ports.push(this.port1);
  }
};

/** Call once React is loaded: later channels are somebody else's. */
export function schedulerIsLoaded(): void {
  globalThis.MessageChannel = Channel;
}

/** Ends React's scheduler for good. */
export function closeSchedulerPort(): void {
  for (const port of ports.splice(0)) port.close();
}
