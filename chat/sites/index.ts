import chatwoot from './chatwoot.json';
import feige from './feige.json';
import jdDongdong from './jd-dongdong.json';
import kuaishou from './kuaishou.json';
import livehelperchat from './livehelperchat.json';
import pinduoduo from './pinduoduo.json';
import rocketchat from './rocketchat.json';
import shopee from './shopee.json';
import tiktokShop from './tiktok-shop.json';
import web1688 from './1688.json';
import weixinStore from './weixin-store.json';
import whatsappWeb from './whatsapp-web.json';
import xiaohongshu from './xiaohongshu-qianfan.json';
import zammad from './zammad.json';
import zendesk from './zendesk.json';
import type { SiteProfile } from './profile';

/**
 * The built-in site profiles. They rest on public sources, named in each, and were not tried on
 * the live consoles. The unit tests parse each with `siteProfileSchema`, so that Zod need not be
 * loaded into shops' pages.
 */
export const builtInSites = [
  pinduoduo, feige, jdDongdong, kuaishou, xiaohongshu, weixinStore, web1688, shopee, tiktokShop,
  zendesk, chatwoot, zammad, rocketchat, livehelperchat, whatsappWeb,
] as SiteProfile[];
