import type { Translate } from '../../locales';
import type { WholeFile } from '../files';
import { entriesOf, localTime } from './rows';

/** Characters that mean something in a value (RFC 2426, section 4). */
const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '').replaceAll(',', '\\,').replaceAll(';', '\\;');

/** Lines are folded at 75 octets, and not inside a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let bytes = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (bytes + size > 74) {
      lines.push(now);
      [now, bytes] = [' ', 1];
    }
    now += character;
    bytes += size;
  }
  return [...lines, now].join('\r\n');
}

const phone = /\+?\d[\d\s().-]{5,}\d/;
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** One person as a vCard 3.0, which address books of all kinds read; the timeline is its note. */
export function vcardOf(file: WholeFile, t: Translate): string {
  const { customer } = file;
  const name = customer.name || t('customer.unnamed');
  const note = entriesOf(file, t).map((one) => `${localTime(one.at)} ${one.kind}${one.author ? ` (${one.author})` : ''}: ${one.text}`);
  const tel = phone.exec(customer.contact)?.[0];
  const email = mail.exec(customer.contact)?.[0];
  const rest = customer.contact && !tel && !email ? [customer.contact] : [];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escaped(customer.id)}`,
    `FN:${escaped(name)}`,
    `N:${escaped(name)};;;;`,
    ...(customer.otherNames.length > 0 ? [`NICKNAME:${customer.otherNames.map(escaped).join(',')}`] : []),
    ...(tel ? [`TEL;TYPE=VOICE:${escaped(tel)}`] : []),
    ...(email ? [`EMAIL:${escaped(email)}`] : []),
    ...(customer.address ? [`ADR;TYPE=HOME:;;${escaped(customer.address)};;;;`] : []),
    ...(customer.tags.length > 0 ? [`CATEGORIES:${customer.tags.map(escaped).join(',')}`] : []),
    ...([...rest, ...note].length > 0 ? [`NOTE:${escaped([...rest, ...note].join('\n'))}`] : []),
    `REV:${new Date(customer.updatedAt).toISOString()}`,
    'END:VCARD',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
