/**
 * Words by which pages in many languages name the parts of a chat. They weigh in beside geometry
 * and roles; none of them decides alone.
 */

const SEND =
  /发\s?送|發送|送信|전송|보내기|\bsend\b|\bsubmit\b|gửi|kirim|hantar|ส่ง|enviar|envoyer|senden|absenden|invia|отправить|wyślij|gönder|إرسال|verzenden|skicka|надіслати|שליחה|שלח|ارسال|भेजें|odeslat|küldés|trimite|αποστολή|lähetä|[➤➢➣▶►⏵⮞↑⬆🡅✈📤📨⏎↵]/iu;

const MESSAGE =
  /消息|訊息|讯息|回复|回覆|聊天|说点什么|请输入|輸入|输入|メッセージ|메시지|메세지|message|reply|chat|\btype\b|\bwrite\b|say something|\bask\b|tin nhắn|nhập|pesan|ข้อความ|mensaje|mensagem|messaggio|nachricht|сообщение|wiadomość|mesaj|رسالة|bericht|meddelande/i;

const SEARCH = /搜索|搜尋|搜一搜|查找|查询|検索|검색|search|find\b|filter|筛选|buscar|suche|rechercher|cerca|поиск|tìm kiếm|cari\b|ค้นหา/i;

const OTHER_FORM =
  /评论|評論|评价|弹幕|comment|review|subscribe|订阅|newsletter|e-?mail|邮箱|郵箱|password|密码|验证码|captcha|coupon|优惠码|promo|address|地址|收货|phone|手机号|用户名|username|title|标题|tags?\b|order notes?|订单备注|备注|\bnotes?\b|feedback|意见反馈|subject/i;

const NOT_SEND =
  /表情|emoji|smil|图片|圖片|image|photo|picture|附件|文件|paperclip|clip\b|plus\b|microphone|file|attach|upload|上传|语音|voice|record|mic|audio|截图|screenshot|close|关闭|取消|cancel|clear|清空|search|搜索|more|更多|设置|setting|menu|菜单|video|视频|call|电话|常用语|快捷|template|format|bold|italic|scroll|gif|sticker|camera|location|link|mention|translate|翻译|back\b|返回|delete|删除|remove|edit\b|编辑|download|expand|历史|history|转接|transfer|结束|end chat|invite|邀请|评价/i;

/** The name of a button that sends. */
export const saysSend = (text: string): boolean => SEND.test(text);
const SEND_ELSE = /\boptions?\b|\bmenu\b|\bmore\b|schedule|\blater\b|draft|选项|定时|稍后|草稿/i;

/** The name of a button beside that which sends: how, or when, to send. */
export const saysHowToSend = (text: string): boolean => SEND_ELSE.test(text);
/** The whole name of a button that answers a customer, on consoles that treat chats as tickets. */
export const saysAnswer = (text: string): boolean => /^\s*(reply|answer|回\s?复|回覆|respond|return|ok|go|确\s?定)\s*$/i.test(text);
/** The name of a button that does something else beside a composer. */
export const saysOtherButton = (text: string): boolean => NOT_SEND.test(text);
/** The prompt of a box one writes messages into. */
export const saysMessage = (text: string): boolean => MESSAGE.test(text);
/** Signs that stand for something else than sending, where a button shows a sign alone. */
const OTHER_SIGN = /[+＋⊕…⋯☰≡×✕✖🎤🎙📎🖇😀-🙏☺📷🖼🔍⚙▾▼▿⌄˅∨]/u;

/** A button that shows a sign in place of words, which may be that of sending. */
export const isSign = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text) && !OTHER_SIGN.test(text);
/** The prompt of a search box or a filter. */
export const saysSearch = (text: string): boolean => SEARCH.test(text);
/** The prompt of a form field that is no chat: comments, addresses, codes, notes. */
export const saysOtherForm = (text: string): boolean => OTHER_FORM.test(text);
