import { mountPanel } from '@/panel/mount';
import { watchPage } from '@/panel/watch';

// Inside the extension no content script runs: the practice shop brings the panel itself.
watchPage((bridge) => void mountPanel(bridge));
