import { startChromium } from './editors/chromium';
import { buildTestExtension } from './editors/extension';
import { describeMarks } from './editors/marks';

describeMarks('Chromium', async () => startChromium(await buildTestExtension()));
