const style = {
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  opacity: '1',
  visibility: 'visible',
  transform: 'none',
  filter: 'none',
  'clip-path': 'none',
  contain: 'none',
  'pointer-events': 'auto',
  'z-index': '2147483647',
};

/** Inline style of our elements on the page: a rule of the page for every element must not move, hide or clip them. */
export const HOST_STYLE = Object.entries(style).map(([name, value]) => `${name}: ${value} !important;`).join(' ');
