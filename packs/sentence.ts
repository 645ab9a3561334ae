export type Language = 'zh-CN' | 'en';

/**
 * A fault as one sentence, which names where it is and the mend.
 * @param where file or address
 * @param text what is wrong and how to mend it; its first `*` stands for `detail`
 */
export function sentenceOn(where: string, text: string, detail: string, language: Language): string {
  return `${where}${language === 'zh-CN' ? '：' : ': '}${text.replace('*', () => detail)}`;
}
