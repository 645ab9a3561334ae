/** One way of putting text into a composer. Each has a file of its own. */
export interface Technique {
  /** As told in `InsertOutcome.technique`. */
  name: string;
  /**
   * Writes `text` over the composer's selection, once. The composer has the focus and the selection
   * when it is called. `false` says for certain that nobody took the text and nothing will change;
   * after `true` the change may still be on its way.
   */
  write(composer: HTMLElement, text: string): boolean;
}
