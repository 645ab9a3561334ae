import { buildTestExtension } from './editors/extension';
import { startFirefox } from './editors/firefox';
import { describeInsertions } from './editors/insertions';
import { describeOddBoxes } from './editors/odd-boxes';

const start = async () => startFirefox(await buildTestExtension());
describeInsertions('Firefox', start);
describeOddBoxes('Firefox', start);
