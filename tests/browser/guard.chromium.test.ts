import { startChromium } from './editors/chromium';
import { buildTestExtension } from './editors/extension';
import { describeHolds } from './editors/holds';

describeHolds('Chromium', async () => startChromium(await buildTestExtension()));
