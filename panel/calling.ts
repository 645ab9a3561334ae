import type { OpenWait } from '../clock/wait';
import { askOrSay } from './desk';
import type { Desk } from './desk';

/** From the first that is late to the alert, ms: a list is read row by row, and one alert shall name them all. */
const GATHER_MS = 1000;
/** A short, soft tone: Hz and seconds. */
const TONE = { pitch: 660, length: 0.25, volume: 0.15 };

/** Calls the agent to those who wait: count in the tab's title and on the toolbar, sound, notification. */
export class Calling {
  private counted = '';
  private prefix = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param due who is late and not told of, at that moment
   * @param onTold the agent was told of these customers
   */
  constructor(
    private readonly desk: Desk,
    private readonly due: () => OpenWait[],
    private readonly onTold: (customerKeys: string[]) => void,
  ) {
    desk.signal.addEventListener('abort', () => {
      clearTimeout(this.timer);
      this.setTitle(0);
      this.count(0, 0);
    });
  }

  /** Shows how many wait, and tells of those that are late. */
  onWaits(waits: OpenWait[]): void {
    this.setTitle(this.desk.begin.calls.title ? waits.length : 0);
    this.count(waits.length, waits.filter(({ level }) => level === 'late').length);
    if (this.timer === undefined && this.due().length > 0) this.tellIn(GATHER_MS);
  }

  private tellIn(ms: number): void {
    this.timer = setTimeout(() => void this.tell(), ms);
  }

  /** The background decides: other tabs may have told of the same customers, or of others a moment ago. */
  private async tell(): Promise<void> {
    const late = this.due().slice(0, 100).map(({ customerKey, customerName, since }) => ({ customerKey, customerName, since }));
    const answer = late.length > 0 && (await askOrSay(this.desk.store, 'waits.alert', { late }));
    this.timer = undefined;
    if (!answer || this.desk.signal.aborted) return;
    if (answer.tone && this.desk.begin.calls.sound) void sound();
    this.onTold(answer.told);
    if (answer.againMs !== null) this.tellIn(answer.againMs);
    else if (this.due().length > 0) this.tellIn(GATHER_MS);
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
