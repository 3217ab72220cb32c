import type { Kysely } from 'kysely';

import type { Bank, Tables } from '../../database/tables.js';
import { compare, decimal } from '../../money/decimal.js';
import type { FullOrder } from '../orders/types.js';
import type { StoredDocument } from './queries.js';
import type {
  InvoiceBank,
  InvoiceData,
  InvoiceLine,
  InvoiceLocale,
  InvoiceParty,
} from './render/invoice-data.js';

/** Both sides of an order. */
export interface InvoiceParties {
  seller: { name: string; requisites: Record<string, string>; address: string; bank: Bank };
  buyer: { name: string; requisites: Record<string, string>; address: string };
}

/** Reads both sides of an order. */
export type FindParties = (
  system: Kysely<Tables>,
  order: { companyId: string; sellerId: string },
) => Promise<InvoiceParties | undefined>;

const deliveryNames: Record<InvoiceLocale, string> = {
  ru: 'Доставка',
  uk: 'Доставка',
  en: 'Delivery',
  de: 'Lieferung',
};
const serviceUnits: Record<InvoiceLocale, string> = {
  ru: 'усл.',
  uk: 'посл.',
  en: 'service',
  de: 'Leistung',
};

/** What the invoice of an order says. Figures are those of the order: nothing is computed anew. */
export function invoiceOf(
  document: Pick<StoredDocument, 'number' | 'date'>,
  order: FullOrder,
  { seller, buyer }: InvoiceParties,
): InvoiceData {
  const locale = localeOf(order.context.locale);
  const { agreement } = order.context;
  return {
    number: document.number,
    date: document.date,
    locale,
    orderNumber: order.number,
    seller: {
      ...partyOf(seller),
      bank: bankOf(seller.bank),
      director: seller.requisites['director'] ?? null,
      accountant: seller.requisites['accountant'] ?? null,
    },
    buyer: partyOf(buyer),
    agreement: agreement ? { number: agreement.number ?? agreement.name, date: null } : null,
    currency: order.currency,
    vatMode: order.vatMode,
    lines: [...order.lines.map(lineOf), ...deliveryLines(order, locale)],
    totals: order.totals,
    dueDate: null,
    delivery: order.delivery
      ? [order.delivery.name, order.delivery.location?.city, order.delivery.street].filter(Boolean).join(', ')
      : null,
    comment: order.comment,
  };
}

function lineOf(line: FullOrder['lines'][number]): InvoiceLine {
  const { position, sku, name, unitName, quantity, unitPrice, vatRate, net, vat, total } = line;
  return {
    position,
    sku,
    name,
    unit: unitName,
    quantity,
    unitPrice: unitPrice ?? '0',
    vatRate,
    net: net ?? '0',
    vat: vat ?? '0',
    total: total ?? '0',
  };
}

/** What delivery costs is a line, so that the lines add up to the total. */
function deliveryLines({ deliveryCost, lines }: FullOrder, locale: InvoiceLocale): InvoiceLine[] {
  if (deliveryCost === null || compare(decimal(deliveryCost), decimal('0')) === 0) return [];
  return [
    {
      position: lines.length + 1,
      sku: '',
      name: deliveryNames[locale],
      unit: serviceUnits[locale],
      quantity: '1',
      unitPrice: deliveryCost,
      vatRate: null,
      net: deliveryCost,
      vat: '0.00',
      total: deliveryCost,
    },
  ];
}

function partyOf({ name, requisites, address }: InvoiceParties['buyer']): InvoiceParty {
  return { name, requisites, address: address === '' ? null : address, phone: requisites['phone'] ?? null };
}

function bankOf({ name, bik, account, correspondentAccount, iban, swift }: Bank): InvoiceBank | null {
  if (name === undefined) return null;
  return {
    name,
    bik: bik ?? null,
    account: account ?? null,
    correspondentAccount: correspondentAccount ?? null,
    iban: iban ?? null,
    swift: swift ?? null,
  };
}

function localeOf(locale: string | undefined): InvoiceLocale {
  return locale === 'uk' || locale === 'en' || locale === 'de' ? locale : 'ru';
}
