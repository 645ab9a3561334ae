const named: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

/** The text of a snippet that other programs keep as HTML: line breaks kept, everything else dropped. */
export function textOfHtml(html: string): string {
  const lines = html
    .replace(/\n/g, html.includes('<br') || html.includes('<p') || html.includes('<div') ? ' ' : '\n')
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h\d)\s*>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,2000}>/gi, '');
  return decoded(lines).replace(/\u00a0/g, ' ').replace(/[^\S\n]+\n|\n[^\S\n]+/g, '\n').trim();
}
