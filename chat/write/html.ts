/** The text as inert HTML, for techniques that can carry line breaks in no other way. */
export function asLineBreaks(text: string): string {
  return text.split('\n').map(escapeLine).join('<br>');
}

/** The same behind an empty `<b>`, which every editor drops: TinyMCE takes HTML of breaks alone for plain text. */
export function asMarkedLineBreaks(text: string): string {
  return `<b></b>${asLineBreaks(text)}`;
}

export function asParagraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escapeLine(line)}</p>`)
    .join('');
}

/** Runs of spaces, and spaces at a line's ends, would collapse. */
function escapeLine(line: string): string {
  return line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/ (?= )|^ | $/g, '&nbsp;');
}
