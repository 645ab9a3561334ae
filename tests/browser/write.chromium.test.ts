import { startChromium } from './editors/chromium';
import { buildTestExtension } from './editors/extension';
import { describeInsertions } from './editors/insertions';

describeInsertions('Chromium', async () => startChromium(await buildTestExtension()));
