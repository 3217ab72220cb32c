import { beforeEach, describe, expect, it } from 'vitest';

import { catalogueFile, offersFile } from '../../../../test/onec-files.js';
import { useTestGateway } from '../../../../test/test-gateway.js';
import { up as publishAnew } from '../../../database/migrations/0015-publish-anew.js';
import { importFiles } from '../import-files.js';
import { defineExchange } from '../settings.js';
import { speaksOfPrices } from './speaks-of-prices.js';

describe('a name', () => {
  it.each([
    'Цена',
    'Цены',
    'Базовая цена',
    'ЗАКУПОЧНАЯ ЦЕНА, руб.',
    'Себестоимость',
    'Стоимость за кв. м',
    'Наценка',
    'Ціна',
    'Собівартість',
    'Purchase price',
    'cost_price (cost)',
    'Einkaufspreis',
    'Закупочная',
    'BASE_PRICE',
    'Listenpreise',
  ])('speaks of prices: %s', (name) => {
    expect(speaksOfPrices(name)).toBe(true);
  });

  it.each([
    'Оценка',
    'Ценовой сегмент',
    'Цена деления, мм',
    'Ціна поділки',
    'Процент',
    'Центр тяжести',
    'Костюм',
    'Costume',
    'Бесценный',
    'Бренд',
    'Preisgruppe',
    '',
  ])('speaks of something else: %s', (name) => {
    expect(speaksOfPrices(name)).toBe(false);
  });
});

describe('what holds prices by its name', () => {
  const shop = useTestGateway();
  const database = () => shop().database.database.system;
  let number = 0;
  let product = '';
  beforeEach(() => {
    number += 1;
    product = `priced-by-name-${String(number)}`;
  });

  const classifier = `<Свойства>
    <Свойство><Ид>cost</Ид><Наименование>Закупочная цена</Наименование></Свойство>
    <Свойство><Ид>scale</Ид><Наименование>Цена деления, мм</Наименование></Свойство></Свойства>`;
  const said = (...values: readonly (readonly [id: string, value: string])[]): string =>
    `<ЗначенияСвойств>${values
      .map(
        ([id, value]) => `<ЗначенияСвойства><Ид>${id}</Ид><Значение>${value}</Значение></ЗначенияСвойства>`,
      )
      .join('')}</ЗначенияСвойств>`;
  const stored = (table: 'product' | 'variant') =>
    database().selectFrom(table).selectAll().where('external_id', 'like', `${product}%`).execute();

  it('is no attribute, and staff are told of it once', async () => {
    const files = [
      catalogueFile([{ id: product, more: said(['cost', '77.13'], ['scale', '0.5']) }], { classifier }),
    ];
    const settings = defineExchange();
    const first = await importFiles(database(), files, { settings, now: shop().clock.now() });
    expect(JSON.stringify(await stored('product'))).toMatch(/^(?!.*77\.13).*Цена деления/s);
    const again = await importFiles(database(), files, { settings, now: shop().clock.now() });
    expect([first.problems, again.problems]).toEqual([{ property_of_prices: 1 }, {}]);
  });

  it('goes with the next exchange where an earlier version had shown it', async () => {
    const load = (id: string) =>
      importFiles(database(), [catalogueFile([{ id, more: said(['cost', '77.13']) }], { classifier })], {
        settings: defineExchange(),
        now: shop().clock.now(),
      });
    await load(product);
    const attributes = JSON.stringify([
      { code: 'cost', name: { ru: 'Закупочная цена' }, value: '77.13', isFacet: false },
    ]);
    await database().updateTable('product').set({ attributes }).where('external_id', '=', product).execute();
    await publishAnew(database() as never);
    await load(`other-${product}`);
    expect(JSON.stringify(await stored('product'))).not.toContain('77.13');
  });

  it('tells no variants apart', async () => {
    const offers = ['a', 'b'].map((id) => ({
      id: `${product}#${id}`,
      options: { Размер: id, 'Цена закупки': `77.1${id}` },
    }));
    await importFiles(database(), [catalogueFile([{ id: product }]), offersFile(offers)], {
      settings: defineExchange(),
      now: shop().clock.now(),
    });
    const rows = [...(await stored('product')), ...(await stored('variant'))];
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain('77.1');
  });
});
