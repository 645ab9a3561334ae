import { buildTestExtension } from './editors/extension';
import { startFirefox } from './editors/firefox';
import { describeInsertions } from './editors/insertions';

describeInsertions('Firefox', async () => startFirefox(await buildTestExtension()));
