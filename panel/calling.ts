import type { OpenWait } from '../clock/wait';
import { askOrSay } from './desk';
import type { Desk } from './desk';

/** At most one alert in this time, ms: those who become late meanwhile are told of together. */
export const ALERT_GAP_MS = 30_000;
/** A short, soft tone: Hz and seconds. */
const TONE = { pitch: 660, length: 0.25, volume: 0.15 };

/** Calls the agent to those who wait: count in the tab's title and on the toolbar, sound, notification. */
export class Calling {
  private counted = '';
  private prefix = '';
  private lastAlertAt = -Infinity;

  constructor(private readonly desk: Desk) {
    desk.signal.addEventListener('abort', () => {
      this.setTitle(0);
      this.count(0, 0);
    });
  }

  /**
   * Shows how many wait, and tells of those that are `due`.
   * @returns the keys of those that were told of now; the rest is due again
   */
  onWaits(waits: OpenWait[], due: OpenWait[], now: number): string[] {
    const { calls } = this.desk.begin;
    this.setTitle(calls.title ? waits.length : 0);
    this.count(waits.length, waits.filter(({ level }) => level === 'late').length);
    // A clock set back must not silence the alerts.
    if (due.length === 0 || Math.abs(now - this.lastAlertAt) < ALERT_GAP_MS) return [];
    this.lastAlertAt = now;
    if (calls.sound) void sound();
    const names = due.slice(0, 100).map(({ customerName }) => customerName);
    void askOrSay(this.desk.store, 'waits.alert', { names });
    return due.map(({ customerKey }) => customerKey);
  }

  private count(waiting: number, late: number): void {
    const counted = `${waiting} ${late}`;
    if (counted === this.counted || (this.counted === '' && waiting === 0)) return;
    this.counted = counted;
    void askOrSay(this.desk.store, 'waits.count', { waiting, late });
  }

  /** `(3) …` before the page's own title; 0 puts the page's back. */
  private setTitle(waiting: number): void {
    const prefix = waiting > 0 ? `(${waiting}) ` : '';
    const shown = document.title;
    if (window !== window.top || (prefix === this.prefix && shown.startsWith(prefix))) return;
    const own = this.prefix !== '' && shown.startsWith(this.prefix) ? shown.slice(this.prefix.length) : shown;
    this.prefix = prefix;
    document.title = prefix + own;
  }
}

/** Plays the tone. A page that the agent has not yet touched may not sound: then it stays quiet. */
async function sound(): Promise<void> {
  const audio = new AudioContext();
  if (audio.state !== 'running') return audio.close();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = TONE.pitch;
  volume.gain.setValueAtTime(TONE.volume, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + TONE.length);
  tone.connect(volume).connect(audio.destination);
  tone.addEventListener('ended', () => void audio.close());
  tone.start();
  tone.stop(audio.currentTime + TONE.length);
}
