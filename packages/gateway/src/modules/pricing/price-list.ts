import type { Locale } from '@kontor/contract';

import type { BuyerScope } from '../../scope.js';
import { csvDialects } from '../../spreadsheet/csv-dialect.js';
import { writeCsv } from '../../spreadsheet/csv-writer.js';
import { toReadableStream } from '../../spreadsheet/readable-stream.js';
import type { SpreadsheetColumn, SpreadsheetRow } from '../../spreadsheet/spreadsheet-column.js';
import { writeXlsx } from '../../spreadsheet/xlsx-writer.js';
import type { VariantLookup } from '../catalog/types.js';
import { priceListTexts } from './price-list-texts.js';
import type { Pricing } from './types.js';

/** What to export. */
export interface PriceListRequest {
  format: 'xlsx' | 'csv';
  /** Category by id or slug; everything when undefined. */
  category: string | undefined;
  locale: Locale;
}

/** Writes the caller's price list while it is read: memory does not grow with the catalogue. */
export interface PriceListExport {
  export(scope: BuyerScope, request: PriceListRequest): Response;
}

export function createPriceListExport(pricing: Pricing, variants: VariantLookup): PriceListExport {
  return {
    export(scope, { format, category, locale }) {
      const columns = columnsOf(locale, scope.caller.agreement.currency);
      const rows = rowsOf(pricing, variants, scope, category, locale);
      const bytes =
        format === 'csv'
          ? writeCsv(columns, rows, csvDialects[locale])
          : writeXlsx(columns, rows, { sheetName: priceListTexts[locale].title });
      const date = scope.now.toISOString().slice(0, 10);
      return new Response(toReadableStream(bytes), {
        headers: {
          'content-type':
            format === 'csv'
              ? 'text/csv; charset=utf-8'
              : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': `attachment; filename="price-list-${date}.${format}"`,
          'cache-control': 'private, no-store',
        },
      });
    },
  };
}

function columnsOf(locale: Locale, currency: string): SpreadsheetColumn[] {
  const texts = priceListTexts[locale];
  return [
    { title: texts.sku, width: 20, kind: 'text' },
    { title: texts.name, width: 60, kind: 'text' },
    { title: texts.unit, width: 8, kind: 'text' },
    { title: texts.minimum, width: 10, kind: 'number' },
    { title: texts.step, width: 10, kind: 'number' },
    { title: `${texts.price}, ${currency}`, width: 14, kind: 'number' },
    { title: texts.vatRate, width: 8, kind: 'number' },
    { title: texts.fromQuantity, width: 12, kind: 'number' },
    { title: `${texts.tierPrice}, ${currency}`, width: 14, kind: 'number' },
  ];
}

async function* rowsOf(
  pricing: Pricing,
  variants: VariantLookup,
  scope: BuyerScope,
  category: string | undefined,
  locale: Locale,
): AsyncGenerator<SpreadsheetRow> {
  for await (const chunk of variants.all(scope, { category })) {
    const requests = chunk.map((variant) => ({ variant, quantity: variant.rule.min }));
    const prices = await pricing.resolve(scope, requests);
    for (const [index, variant] of chunk.entries()) {
      const price = prices[index];
      yield [
        variant.sku,
        variant.name,
        variant.unit.name,
        variant.rule.min,
        variant.rule.step,
        price?.unitPrice ?? priceListTexts[locale].onRequest,
        price?.vatRate ?? null,
        price?.nextTier?.from ?? null,
        price?.nextTier?.unitPrice ?? null,
      ];
    }
  }
}
