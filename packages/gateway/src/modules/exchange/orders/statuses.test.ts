import { expect, it } from 'vitest';

import { useTestGateway } from '../../../../test/test-gateway.js';
import { statusesDocument } from './statuses.js';

const shop = useTestGateway();

it('tells 1C what there is to map', async () => {
  const bytes = await statusesDocument(shop().database.database.system, { encoding: 'windows-1251' });
  const text = new TextDecoder('windows-1251').decode(bytes);
  expect(text).toContain('<\u0043татусы><Элемент><Ид>placed</Ид><Название>Принят</Название></Элемент>');
  expect(text).toContain('<Название>Самовывоз</Название>');
});
