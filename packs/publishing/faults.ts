import { sentenceOn } from '../sentence.ts';
import type { Language } from '../sentence.ts';

/** What is wrong and how to mend it; `*` stands for the fault's detail. */
const sentences = {
  'not-a-key': { 'zh-CN': '这不是 Chatside 的密钥文件；请选择创建密钥时保存的文件。', en: 'this is no key file of Chatside; choose the one saved when the key was made.' },
  'key-exists': { 'zh-CN': '这个文件已经存在，没有改动；请换一个文件名。', en: 'this file exists already and was left as it is; choose another name.' },
  'not-published': { 'zh-CN': '这不是 Chatside 发布的文件；请检查地址，或让主管重新发布。', en: 'this is no file published by Chatside; check the address, or ask the lead to publish it again.' },
  unsigned: { 'zh-CN': '这个话术包没有签名；请主管用“发布”生成文件后再放上去。', en: 'this pack is not signed; ask the lead to put up the file that “Publish” makes.' },
  'newer-format': { 'zh-CN': '文件由更新的 Chatside 发布（格式版本 *）；请先更新 Chatside。', en: 'it was published by a newer Chatside (format version *); update Chatside first.' },
  'bad-head': { 'zh-CN': '文件的“*”一项不对；请主管重新发布。', en: 'its field “*” is not right; ask the lead to publish it again.' },
  'cut-off': { 'zh-CN': '文件不完整或不是 JSON；请主管重新上传。', en: 'the file is incomplete or no JSON; ask the lead to upload it again.' },
  'other-key': { 'zh-CN': '文件由另一把密钥签名；请向主管核对指纹。', en: 'it was signed with another key; check the fingerprint with the lead.' },
  'wrong-signature': { 'zh-CN': '签名不对，文件可能被改过；请告诉主管。', en: 'the signature is wrong, the file may have been changed; tell the lead.' },
  'wrong-content': { 'zh-CN': '内容与签名不符，文件可能被改过；请告诉主管。', en: 'the content does not fit the signature, the file may have been changed; tell the lead.' },
  older: { 'zh-CN': '文件比正在使用的旧（*）；请主管放上最新的一份。', en: 'it is older than what is in use (*); ask the lead to put up the latest.' },
  'same-number': { 'zh-CN': '同一编号（*）下内容不同；请主管用更大的编号重新发布。', en: 'there is another content under the same number (*); ask the lead to publish it with a greater one.' },
  'bad-pack': { 'zh-CN': '话术包内容有误（*）；请主管改正后重新发布。', en: 'the pack has a fault (*); ask the lead to mend it and publish it again.' },
  'other-pack': { 'zh-CN': '这个地址现在是另一个话术包（*）；请取消订阅后重新订阅。', en: 'there is another pack at this address now (*); unsubscribe and subscribe anew.' },
  'id-taken': { 'zh-CN': '你已有编号相同的话术包（*）；请先删除或改名。', en: 'you have a pack of your own with the same id (*); delete or rename it first.' },
  redirected: { 'zh-CN': '这个地址会转到别处；请填写最终的地址。', en: 'this address leads on to another; enter the final one.' },
  'too-large': { 'zh-CN': '文件超过 * MB；请主管把话术包拆小。', en: 'the file is larger than * MB; ask the lead to split the pack.' },
  status: { 'zh-CN': '服务器回答 *；稍后会再试。', en: 'the server answered *; it is tried again later.' },
  unreachable: { 'zh-CN': '连不上这个地址，或连接中断；稍后会再试。', en: 'the address cannot be reached, or the connection was cut; it is tried again later.' },
  'not-allowed': { 'zh-CN': '还没有允许访问 *；请点“允许访问”。', en: 'access to * is not allowed yet; press “Allow access”.' },
} satisfies Record<string, Record<Language, string>>;

export type PublishFaultCode = keyof typeof sentences;

/** What can be wrong with a published file, or with getting it. */
export class PublishFault extends Error {
  readonly code: PublishFaultCode;
  readonly detail: string;

  constructor(code: PublishFaultCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code);
    this.name = 'PublishFault';
    this.code = code;
    this.detail = detail;
  }
}

/** The fault as one sentence that names the file or address and the mend. */
export function publishSentence({ code, detail }: { code: string; detail: string }, name: string, language: Language): string {
  return sentenceOn(name, sentences[code as PublishFaultCode]?.[language] ?? code, detail, language);
}
