import { describeReplies } from './editors/replies';
import { startChromium } from './support/chromium';

describeReplies(() => startChromium());
