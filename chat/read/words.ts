/** Words that pages write around messages and that are no message. */

const STATUS =
  /^(已读|未读|已讀|未讀|已送达|已送達|送达|已发送|发送中|发送失败|发送成功|对方已读|已编辑|已撤回|重发|撤回|复制|回复|转发|引用|翻译|read|unread|seen|delivered|sent|sending|sending…|sending\.\.\.|failed|failed to send|not sent|edited|retry|copy|reply|like|dislike|copied|既読|읽음|send failed|message sent|only visible to you|✓+|✔+|√+|\d{1,3})$/i;
const TICKS = /^[\s✓✔√•·⋅∙…|｜/\\:：,，\-–—]*$/u;
const TYPING =
  /^(.{0,24}(正在输入|正在輸入|对方正在输入|is typing|are typing|typing|入力中|입력 중|печатает|друкує|escribiendo|está escrevendo|digitando|écrit|schreibt|sta scrivendo|pisze|yazıyor|sedang mengetik|đang nhập|đang soạn tin|กำลังพิมพ์|يكتب)[.…。]*|[.…·•●∙⋅⬤\s]{1,11})$/i;
const ROBOT = /机器人|機器人|智能助手|智能客服|自动回复|自動回覆|自动消息|自动发送|由机器人发送|小蜜|\brobot\b|\bbot\b|chatbot|auto-?\s?reply|automatic reply|automated|auto responder/i;
const OWN = /^(我|自己|本人|you|me|myself|you said|我说|客服.{0,12}|人工客服|在线客服|agent|support|seller|staff|operator|assistant agent|卖家|商家|店铺客服|掌柜)[:：]?$/i;
const CUSTOMER = /^(买家|顾客|客户|用户|访客|游客|customer|buyer|client|visitor|guest|user|shopper)\s?\d*[:：]?$/i;

/** A reading mark that stands under a message by itself. */
const RECEIPT =
  /^[✓✔√\s]*(已读|已讀|未读|送达|已送达|对方已读|seen|read|delivered|sent|既読|읽음|visto|lido|lu|vu|distribué|gelesen|zugestellt|letto|прочитано|доставлено|przeczytane|görüldü|okundu|đã xem|đã nhận|dibaca|อ่านแล้ว|تمت القراءة|تم التسليم)(\s*(by|by:|at|um|à|à\s)\s.{1,40}|\s*\d{1,2}[:：]\d{2}.{0,6}|\s*(just now|刚刚|\d+ ?\w{1,8} ago))?$/iu;
/** What others feel about a message: signs with how many of them. */
const REACTION = /^(?:(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)+\s*\d{1,3}\s*)+$/u;

/** True for a reading mark under a message. */
export const isReceipt = (text: string): boolean => RECEIPT.test(text.trim());
/** True for reactions under a message. */
export const isReaction = (text: string): boolean => REACTION.test(text.trim());

const CONTROL =
  /^((点击)?(查看|加载|显示)(更多|历史|更早)?(的)?(聊天)?(历史)?(消息|记录|聊天记录)?|(没有|暂无)更多.{0,6}|已经到顶.{0,4}|[-—─\s]*以(上|下)(是|为)?(历史|更早)?(的)?(消息|记录|聊天记录|历史)[-—─\s]*|加载中.{0,3}|(load|show|view|see) (more|earlier|older|previous|history).{0,20}|(no more|loading|jump to|scroll to|new messages?).{0,20}|回到底部|\d+ ?条新消息)[.…↓↑]*$/i;

/** A line of the console by which one loads or finds messages. */
export const isControl = (text: string): boolean => CONTROL.test(text.trim());
/** A tick, a reading mark or an action that hangs on a message. */
export const isStatus = (text: string): boolean => STATUS.test(text.trim()) || TICKS.test(text);
/** `text` without the ticks and reading marks around what else it says. */
export const withoutStatus = (text: string): string =>
  text.split(/(\s+)/).filter((word) => /^[\s\d]*$/.test(word) || !isStatus(word)).join('').trim();
/** The note that somebody is writing. */
export const isTyping = (text: string): boolean => TYPING.test(text.trim());
/** The label of a message that a machine sent. */
export const saysRobot = (text: string): boolean => ROBOT.test(text);
/** A name that stands for whoever sits before the screen, or for the shop. */
export const saysOwn = (text: string): boolean => OWN.test(text.trim());
/** A name that stands for the person buying. */
export const saysCustomer = (text: string): boolean => CUSTOMER.test(text.trim());

const ROBOT_LABEL = /^\s*[[【(（<《]\s*[^\]】)）>》]{0,12}[\]】)）>》]\s*[:：]?\s*/;

/** `text` without a label in brackets at its head that says a machine sent it; `text` itself when there is none. */
export function withoutRobotLabel(text: string): string {
  const label = ROBOT_LABEL.exec(text)?.[0];
  return label && ROBOT.test(label) ? text.slice(label.length) : text;
}
