const types = {
  json: 'application/json',
  vcf: 'text/vcard',
  zip: 'application/zip',
  csv: 'text/csv',
  md: 'text/markdown',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * Hands the user a file through the browser's own download.
 * @returns the name it was given
 */
export function saveFile(stem: string, kind: keyof typeof types, content: string | Blob): string {
  return saveFileAs(`${stem}-${new Date().toLocaleDateString('sv')}.${kind}`, kind, content);
}

/** As `saveFile`, under a name that the file always has. */
export function saveFileAs(name: string, kind: keyof typeof types, content: string | Blob): string {
  const url = URL.createObjectURL(new Blob([content], { type: types[kind] }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has its own hold on the data once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}
