import { describeReplies } from './editors/replies';
import { startFirefox } from './support/firefox';

describeReplies(() => startFirefox());
