/** Presses an element as an agent's main button would: all that a press makes, in its order. Some consoles open a chat on the way down. */
export function press(row: HTMLElement): void {
  const box = row.getBoundingClientRect();
  const [clientX, clientY] = [box.left + box.width / 2, box.top + box.height / 2];
  const under = row.ownerDocument.elementFromPoint(clientX, clientY);
  const target = under && row.contains(under) ? under : row;
  const init = { bubbles: true, cancelable: true, composed: true, clientX, clientY, button: 0 };
  target.dispatchEvent(new PointerEvent('pointerdown', { ...init, isPrimary: true, buttons: 1 }));
  target.dispatchEvent(new MouseEvent('mousedown', { ...init, buttons: 1 }));
  target.dispatchEvent(new PointerEvent('pointerup', { ...init, isPrimary: true }));
  target.dispatchEvent(new MouseEvent('mouseup', init));
  target.dispatchEvent(new MouseEvent('click', init));
}

