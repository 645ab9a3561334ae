/**
 * Observes everything under `area`, through open shadow roots that stand there or are added,
 * until `signal` ends. One observer.
 */
export function observeDeep(area: Element, onChange: (records: MutationRecord[]) => void, signal: AbortSignal): void {
  const options: MutationObserverInit = {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'id', 'data-id', 'data-message-id', 'aria-selected', 'aria-current', 'hidden', 'src'],
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) if (node instanceof Element) observeRoots(node);
    }
    onChange(records);
  });
  const observeRoots = (under: Element): void => {
    for (const element of [under, ...under.querySelectorAll('*')]) {
      if (!element.shadowRoot) continue;
      observer.observe(element.shadowRoot, options);
      for (const child of element.shadowRoot.children) observeRoots(child);
    }
  };
  observer.observe(area, options);
  observeRoots(area);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
