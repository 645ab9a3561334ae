import { startFirefox } from './editors/firefox';
import { buildTestExtension } from './editors/extension';
import { describeMarks } from './editors/marks';

describeMarks('Firefox', async () => startFirefox(await buildTestExtension()));
