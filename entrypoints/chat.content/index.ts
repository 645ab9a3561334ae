import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPage } from '../../panel/watch';

/** Runs in every frame of a site that is turned on; the panel is fetched only where there is a chat. */
export default defineContentScript({
  registration: 'runtime',
  matches: [],
  main() {
    watchPage(() => void browser.runtime.sendMessage({ name: 'panel.load', request: {} }));
  },
});
