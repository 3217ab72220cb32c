import { buildCatalogue } from './catalogue/build-catalogue.js';
import type { DemoSize } from './catalogue/catalogue-rows.js';
import { catalogueTables } from './catalogue/catalogue-tables.js';
import type { DemoData } from './demo-rows.js';
import { daysFrom } from './instants.js';
import { orderTables } from './orders/order-tables.js';
import { mainCompanies, smallCompanies } from './people/companies.js';
import {
  companyBalanceRows,
  customerCodeRows,
  individualPriceRows,
  peopleTables,
  segmentRows,
} from './people/people-tables.js';
import { peopleOf } from './people/people.js';
import { analogueRows } from './trade/analogues.js';
import { deliveryRows } from './trade/delivery.js';
import { priceColumns, priceTypeRows } from './trade/prices.js';
import { sellerRows } from './trade/sellers.js';
import { balanceColumns, receiptRows } from './trade/stock.js';
import { warehouseRows } from './trade/warehouses.js';

/** Makes all rows of the demo supplier; the same size, instant and hash give the same rows. */
export function buildDemo(size: DemoSize, now: Date, passwordHash: string): DemoData {
  const catalogue = buildCatalogue(size);
  const { variants } = catalogue;
  const tables = catalogueTables(catalogue, now);
  const assortments = new Map<string, Set<string>>(tables.assortment.map(({ id }) => [id, new Set()]));
  for (const { assortment_id, product_id } of tables.assortment_product)
    assortments.get(assortment_id)?.add(product_id);
  const small = smallCompanies();
  const companies = [...mainCompanies, ...small];
  const { people, members } = peopleOf(small);
  const orders = orderTables({ size, now, variants, companies, members, people, assortments });
  const { person, ...ofCompanies } = peopleTables(companies, people, members, passwordHash, now);
  const { category, product, variant, assortment, assortment_product } = tables;
  return {
    // In an order in which every reference finds its row.
    rows: {
      ...sellerRows(),
      person,
      ...segmentRows(),
      assortment,
      ...priceTypeRows(),
      currency_rate: [
        { currency: 'EUR', valid_from: daysFrom(now, -30), rate: '97.4512' },
        { currency: 'EUR', valid_from: daysFrom(now, -2), rate: '98.2044' },
        { currency: 'USD', valid_from: daysFrom(now, -30), rate: '89.7310' },
        { currency: 'USD', valid_from: daysFrom(now, -2), rate: '90.1187' },
      ],
      ...warehouseRows(),
      ...deliveryRows(),
      ...ofCompanies,
      ...companyBalanceRows(now),
      category,
      product,
      variant,
      ...analogueRows(variants),
      assortment_product,
      ...customerCodeRows(variants),
      ...individualPriceRows(variants, now),
      ...receiptRows(variants, now),
      ...orders.rows,
    },
    prices: priceColumns(variants, now),
    balances: balanceColumns(variants, orders.reservedOf),
  };
}
