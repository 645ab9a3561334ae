import { ask } from '../messaging/ask';
import { askOrSay, say } from './desk';
import type { Desk } from './desk';

/** The customer of the open chat: their file, and the note that is being written on them. */
export class Customer {
  private key: string | null = null;
  /** Which form this is, among those that a draft may be typed in. */
  private writer = '';

  constructor(private readonly desk: Desk) {}

  /** Follows the agent from chat to chat. */
  onCustomer(customer: { key: string; name: string }): void {
    const { store } = this.desk;
    // The page has not yet said who it is.
    if (!customer.key) return;
    const shown = store.getState().customer;
    if (shown?.key !== customer.key || shown.name !== customer.name) store.setState({ customer });
    if (this.key === customer.key) return;
    this.key = customer.key;
    this.writer = crypto.randomUUID();
    store.setState({ file: null, noteText: '' });
    void this.read(customer.key);
  }

  private async read(key: string): Promise<void> {
    const [file, typed] = await Promise.all([
      askOrSay(this.desk.store, 'customer.view', { key }),
      askOrSay(this.desk.store, 'typed.read', { key }),
    ]);
    // The agent may be in another chat by now, or may have begun to type.
    if (this.key !== key || this.desk.signal.aborted) return;
    const { noteText } = this.desk.store.getState();
    this.desk.store.setState({ file: file ?? null, noteText: noteText || (typed?.text ?? '') });
  }

  /** Keeps the words of a note as they are typed, on this customer. */
  typeNote(text: string): void {
    this.desk.store.setState({ noteText: text });
    if (this.key !== null) void ask('typed.keep', { key: this.key, writer: this.writer, text }).catch(() => undefined);
  }

  /** Stores the note; its text leaves the field once it is on the disk. */
  async addNote(): Promise<void> {
    const { customer, noteText } = this.desk.store.getState();
    const { writer } = this;
    if (!customer || !noteText.trim()) return;
    const file = await askOrSay(this.desk.store, 'note.add', { customer, text: noteText });
    if (!file) return;
    void ask('typed.keep', { key: customer.key, writer, text: '' }).catch(() => undefined);
    if (this.key !== customer.key) return;
    this.desk.store.setState({ file, noteText: '' });
    say(this.desk.store, { kind: 'noteSaved' });
  }
}
