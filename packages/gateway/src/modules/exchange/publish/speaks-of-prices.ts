import type { Properties, ToldGoods } from './told.js';

// The value of a scale's division, `Цена деления`, is no price.
const words =
  'цен[аыуе]?(?!\\s+делени)|стоимост[ьи]|себестоимост[ьи]|наценк[аи]|закуп\\p{L}*|маржа|прайс|' +
  'цін[аиу]?(?!\\s+поділ)|вартіст[ьі]|собівартіст[ьі]|націнк[аи]|закупів\\p{L}*|prices?|costs?|markup|margin|\\p{L}*preise?';

/** A word as a whole: `Оценка` and `Костюм` are none. */
const ofPrices = new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'iu');

/** Whether a property or characteristic is called as one is that holds a price: «Базовая цена», «Себестоимость». */
export const speaksOfPrices = (name: string): boolean => ofPrices.test(name);

/**
 * Goods without properties and characteristics that hold prices. Attributes and options are seen by everybody, prices only by those
 * who may: they come as prices or not at all.
 */
export function withoutPrices(goods: ToldGoods, properties: Properties): ToldGoods {
  const { properties: told, characteristics } = goods;
  const kept = told?.filter(({ id, name }) => {
    const property = properties.get(id);
    return !(property?.name ? property.isOfPrices : speaksOfPrices(name ?? ''));
  });
  const left = characteristics?.filter(({ name }) => !speaksOfPrices(name));
  if (kept?.length === told?.length && left?.length === characteristics?.length) return goods;
  return { ...goods, properties: kept, characteristics: left };
}
