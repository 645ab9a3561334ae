// The script that the library's own pages load from its CDN, here from the package.
import '../../node_modules/botframework-webchat/dist/webchat.js';
import { conversation, expose } from '../../kit/conversation';
import { JACKET_EN } from '../../kit/seeds';
import { createOfflineDirectLine } from './direct-line';

const talk = conversation({ 'Emma Clark': JACKET_EN }, 'Ada');
const directLine = createOfflineDirectLine({ history: () => talk.open.lines, onPost: (text) => talk.send(text) });

window.WebChat.renderWebChat(
  {
    directLine,
    userID: 'ada',
    username: 'Ada',
    locale: 'en-US',
    styleOptions: { userAvatarInitials: 'AL', botAvatarInitials: 'EC', hideUploadButton: true },
  },
  document.getElementById('webchat'),
);
document.querySelector('#webchat > *').focus();
expose(talk, {
  receive: (text, options = {}) => directLine.arrive(talk.add(options.side ?? 'customer', text, options)),
  prepend: undefined,
  rerender: undefined,
});
