import type { Locale } from '@kontor/contract';

/** Words of a price list. */
export interface PriceListTexts {
  title: string;
  sku: string;
  name: string;
  unit: string;
  minimum: string;
  step: string;
  price: string;
  vatRate: string;
  fromQuantity: string;
  tierPrice: string;
  onRequest: string;
}

export const priceListTexts: Readonly<Record<Locale, PriceListTexts>> = {
  ru: {
    title: 'Прайс-лист',
    sku: 'Артикул',
    name: 'Наименование',
    unit: 'Ед.',
    minimum: 'Минимум',
    step: 'Кратность',
    price: 'Цена',
    vatRate: 'НДС, %',
    fromQuantity: 'Дешевле от',
    tierPrice: 'Цена от объёма',
    onRequest: 'по запросу',
  },
  uk: {
    title: 'Прайс-лист',
    sku: 'Артикул',
    name: 'Найменування',
    unit: 'Од.',
    minimum: 'Мінімум',
    step: 'Кратність',
    price: 'Ціна',
    vatRate: 'ПДВ, %',
    fromQuantity: 'Дешевше від',
    tierPrice: 'Ціна за обсяг',
    onRequest: 'за запитом',
  },
  en: {
    title: 'Price list',
    sku: 'SKU',
    name: 'Name',
    unit: 'Unit',
    minimum: 'Minimum',
    step: 'Multiple of',
    price: 'Price',
    vatRate: 'VAT, %',
    fromQuantity: 'Cheaper from',
    tierPrice: 'Volume price',
    onRequest: 'on request',
  },
  de: {
    title: 'Preisliste',
    sku: 'Artikelnummer',
    name: 'Bezeichnung',
    unit: 'Einheit',
    minimum: 'Mindestmenge',
    step: 'Vielfaches von',
    price: 'Preis',
    vatRate: 'MwSt., %',
    fromQuantity: 'Günstiger ab',
    tierPrice: 'Staffelpreis',
    onRequest: 'auf Anfrage',
  },
};
