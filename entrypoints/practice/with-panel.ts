import { mountPanel } from '@/panel/mount';
import { watchPage } from '@/panel/watch';
import { readSettings, watchSettings } from '@/storage/settings';
import { practiceScore } from './practice-score';

// Inside the extension no content script runs: the practice shop brings the panel itself, and may
// therefore count what it holds.
watchPage((bridge) => void begin(bridge));

void readSettings().then(({ practiceStandard }) => practiceScore.setStandard(practiceStandard));
watchSettings(({ practiceStandard }) => practiceScore.setStandard(practiceStandard));

async function begin(bridge: Parameters<typeof mountPanel>[0]): Promise<void> {
  const panel = await mountPanel(bridge);
  if (!panel) return;
  practiceScore.countHeldSends();
  panel.subscribe(({ held }, before) => {
    if (held && held !== before.held) practiceScore.heldSend();
  });
}
