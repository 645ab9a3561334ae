import type { Translate } from '../../locales';
import type { WholeFile } from '../files';
import { entriesOf, exportHead, exportRows, localTime } from './rows';

/** Text as it is: nothing in it may turn into a heading, a list, HTML or a link. */
const plain = (text: string) => text.replace(/[\\`*_{}[\]()<>#+!|~-]/g, String.raw`\$&`).replaceAll('\n', '  \n');

/** One person as Markdown, readable without any program. */
export function markdownOf(file: WholeFile, t: Translate): string {
  const { customer } = file;
  // The fields are the first columns of the table, up to the entry's own.
  const head = exportHead(t).slice(0, 14);
  const [first = []] = exportRows(file, t);
  const fields = head.map((label, index) => [label, first[index] ?? ''] as const).filter(([, value]) => value !== '');
  const entries = entriesOf(file, t).map(
    (one) => `### ${localTime(one.at)} · ${one.kind}${one.state ? ` · ${one.state}` : ''}\n\n${plain(one.text)}${one.author ? `\n\n— ${plain(one.author)}` : ''}\n`,
  );
  return `# ${plain(customer.name || t('customer.unnamed'))}\n\n${fields.map(([label, value]) => `- ${label}: ${plain(value)}`).join('\n')}\n\n${entries.join('\n')}`;
}

/** A name that every file system takes; the id keeps two of one name apart. */
export function markdownName({ customer }: WholeFile): string {
  const name = customer.name.toWellFormed().replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim().slice(0, 60).replace(/[. ]+$/, '');
  return `${name || 'customer'} ${customer.id.slice(0, 8)}.md`;
}
