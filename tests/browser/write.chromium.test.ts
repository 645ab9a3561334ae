import { startChromium } from './editors/chromium';
import { buildTestExtension } from './editors/extension';
import { describeInsertions } from './editors/insertions';
import { describeOddBoxes } from './editors/odd-boxes';

const start = async () => startChromium(await buildTestExtension());
describeInsertions('Chromium', start);
describeOddBoxes('Chromium', start);
