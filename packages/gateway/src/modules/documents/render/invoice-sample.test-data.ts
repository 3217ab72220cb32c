import type { InvoiceData, InvoiceLine, InvoiceLocale, InvoiceParty, InvoiceSeller } from './invoice-data.js';

const names: Readonly<Record<InvoiceLocale, readonly string[]>> = {
  ru: [
    'Саморез по дереву DIN 7505 с потайной головкой, жёлтый цинк, 5×40 мм',
    'Болт М12×80 DIN 933',
    'Анкер клиновой оцинкованный для бетона, с гайкой и шайбой, стойкий к вибрации, допуск ETA-05/0069, «усиленный» — упаковка 25 шт.',
  ],
  uk: [
    'Шуруп по дереву DIN 7505, жовтий цинк, 5×40 мм',
    'Болт М12×80 DIN 933',
    'Анкер клиновий із гайкою та шайбою, «посилений», ґатунок А',
  ],
  en: [
    'Wood screw DIN 7505, countersunk, yellow zinc, 5×40 mm',
    'Hex bolt M12×80 DIN 933',
    'Wedge anchor, zinc plated, with nut and washer',
  ],
  de: [
    'Holzschraube DIN 7505, Senkkopf, gelb verzinkt, 5×40 mm',
    'Sechskantschraube M12×80 DIN 933',
    'Keilanker für Beton, größere Lasten, süß & groß',
  ],
};

const units: Readonly<Record<InvoiceLocale, string>> = { ru: 'упак.', uk: 'упак.', en: 'pack', de: 'Pkg.' };
const currencies: Readonly<Record<InvoiceLocale, string>> = { ru: 'RUB', uk: 'UAH', en: 'EUR', de: 'EUR' };

const decimal = (cents: bigint): string => `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
const rounded = (dividend: bigint, divisor: bigint): bigint => (2n * dividend + divisor) / (2n * divisor);

const euroBank = {
  name: 'Commerzbank AG, Köln',
  bik: null,
  account: null,
  correspondentAccount: null,
  iban: 'DE89370400440532013000',
  swift: 'COBADEFFXXX',
};

const sellers: Readonly<Record<InvoiceLocale, InvoiceSeller>> = {
  ru: {
    name: 'Общество с ограниченной ответственностью «Крепёж и метизы»',
    requisites: { inn: '7705260699', kpp: '770501001', ogrn: '1027700132195' },
    address: '115054, г. Москва, ул. Дубининская, д. 57, стр. 1, офис 304',
    phone: 'тел. +7 495 123-45-67',
    bank: {
      name: 'АО «Банк примеров», г. Ярославль',
      bik: '049805746',
      account: '40602810700000000025',
      correspondentAccount: '30101810300000000609',
      iban: null,
      swift: null,
    },
    director: 'Иванова Е. С.',
    accountant: 'Щукин П. Ф.',
  },
  uk: {
    name: 'Товариство з обмеженою відповідальністю «Кріплення України»',
    requisites: { edrpou: '34618198', ipn: '346181926596' },
    address: '03150, м. Київ, вул. Антоновича, 72',
    phone: null,
    bank: { ...euroBank, name: 'АТ «ПриватБанк»', iban: 'UA213223130000026007233566001', swift: null },
    director: 'Їжакевич Ґ. Є.',
    accountant: null,
  },
  en: {
    name: 'Fasteners Ltd',
    requisites: { vatId: 'IE6433435F' },
    address: '1 Harbour Road, Dublin',
    phone: null,
    bank: euroBank,
    director: null,
    accountant: null,
  },
  de: {
    name: 'Schrauben Müller GmbH',
    requisites: { vatId: 'DE136695976' },
    address: 'Große Straße 5, 50667 Köln',
    phone: null,
    bank: euroBank,
    director: null,
    accountant: null,
  },
};

const buyers: Readonly<Record<InvoiceLocale, InvoiceParty>> = {
  ru: {
    name: 'ИП Петров Александр Николаевич',
    requisites: { inn: '500100732259' },
    address: '150000, г. Ярославль, ул. Свободы, д. 2',
    phone: null,
  },
  uk: {
    name: 'ФОП Шевченко Олена',
    requisites: { rnokpp: '1759013776' },
    address: '79000, м. Львів, пл. Ринок, 1',
    phone: null,
  },
  en: {
    name: 'Builders SA',
    requisites: { vatId: 'FR40303265045' },
    address: '3 rue du Port, Lyon',
    phone: null,
  },
  de: {
    name: 'Bau & Söhne KG',
    requisites: { vatId: 'ATU13585627' },
    address: 'Ringstraße 1, 1010 Wien',
    phone: null,
  },
};

function lineOf(locale: InvoiceLocale, index: number): InvoiceLine {
  const quantity = BigInt((index % 13) + 1) * 10n;
  const priceMicros = BigInt(((index * 7919) % 90_000) + 120) * 12_345n;
  const total = rounded(quantity * priceMicros, 10_000n);
  const vat = rounded(total * 20n, 120n);
  const micros = String(priceMicros).padStart(7, '0');
  return {
    position: index + 1,
    sku: `KR-${1000 + index}/${(index * 37) % 100}`,
    name: names[locale][index % 3]!,
    unit: units[locale],
    quantity: String(quantity),
    unitPrice: `${micros.slice(0, -6)}.${micros.slice(-6)}`,
    vatRate: '20',
    net: decimal(total - vat),
    vat: decimal(vat),
    total: decimal(total),
  };
}

const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** An invoice whose sums are right, with as many lines as asked; for tests only. */
export function sampleInvoice(locale: InvoiceLocale, lineCount: number): InvoiceData {
  const lines = Array.from({ length: lineCount }, (_, index) => lineOf(locale, index));
  const sum = (pick: (line: InvoiceLine) => string): string =>
    decimal(lines.reduce((all, line) => all + cents(pick(line)), 0n));
  const totals = {
    net: sum((line) => line.net),
    vat: sum((line) => line.vat),
    total: sum((line) => line.total),
  };
  return {
    number: 'К-000017',
    date: '2026-11-21',
    locale,
    orderNumber: 'W-2026-004711',
    seller: sellers[locale],
    buyer: buyers[locale],
    agreement: { number: '77/25', date: '2025-02-01' },
    currency: currencies[locale],
    vatMode: 'included',
    lines,
    totals: { ...totals, vatByRate: [{ rate: '20', net: totals.net, vat: totals.vat }] },
    dueDate: '2026-11-28',
    delivery: null,
    comment: null,
  };
}
