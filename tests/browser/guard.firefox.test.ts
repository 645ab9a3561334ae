import { buildTestExtension } from './editors/extension';
import { startFirefox } from './editors/firefox';
import { describeHolds } from './editors/holds';

describeHolds('Firefox', async () => startFirefox(await buildTestExtension()));
