import { expect, it } from 'vitest';

import { writeInfo } from './write-info.js';

it.each(['utf-8', 'windows-1251'] as const)('tells what 1C maps, in %s', (encoding) => {
  const bytes = writeInfo(
    { statuses: [{ id: 'N', name: 'Принят' }], payments: [], deliveries: [] },
    encoding,
  );
  const text = new TextDecoder(encoding).decode(bytes);
  expect(text).toContain(
    '<Справочник><\u0043татусы><Элемент><Ид>N</Ид><Название>Принят</Название></Элемент>',
  );
  expect(text).toContain('<ПлатежныеСистемы/><СлужбыДоставки/></Справочник>');
});
