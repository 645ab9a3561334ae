/** Five or more digits, with what people put between them; shorter ones are sizes, prices, quantities. */
const digits = /\p{Nd}(?:[\s\-–.·()（）]{0,2}\p{Nd}){4,}/gu;
/** A number written in words: 一三八零零… */
const spelled = /[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[\s-]?[零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){6,}/gu;
const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const link = /(?:https?:\/\/|www\.)\S+/giu;

/**
 * A customer's words without what tells who they are: phone, order and ID numbers, e-mail addresses and
 * links become `***`. Names and street addresses are not known for such.
 */
export function maskPersonal(text: string): string {
  return [link, mail, digits, spelled].reduce((masked, pattern) => masked.replace(pattern, '***'), text);
}
