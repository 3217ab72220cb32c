import { sql } from 'kysely';

import type { Scope } from '../../../scope.js';
import { isVisible, visibilityOf } from '../assortment.js';

/** A variant that a code led to. */
export interface CodeHit {
  variantId: number;
  productId: string;
  sortKey: string;
  matchedBy: 'sku' | 'barcode' | 'customerCode';
  /** Whether the whole code is the query, not just its beginning. */
  isWhole: boolean;
}

/** Variants whose SKU merely begins with the query. */
const beginningsTold = 20;

/**
 * Variants by SKU, barcode or the company's own code; separators, size of letters and look-alike letters of the other
 * alphabet do not count. Best first.
 * @param isName the query is known to be a name: then an SKU of letters alone is not looked for
 */
export async function findByCode(scope: Scope, query: string, isName: boolean): Promise<CodeHit[]> {
  const text = query.trim();
  const signs = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (signs < 2) return [];
  const [own, known] = await Promise.all([
    byCustomerCode(scope, text),
    isName && !/\p{N}/u.test(text) ? [] : bySkuOrBarcode(scope, text, signs),
  ]);
  const seen = new Set<number>();
  return [
    ...known.filter(({ isWhole }) => isWhole),
    ...own,
    ...known.filter(({ isWhole }) => !isWhole),
  ].filter(({ variantId }) => !seen.has(variantId) && seen.add(variantId));
}

async function bySkuOrBarcode(scope: Scope, text: string, signs: number): Promise<CodeHit[]> {
  const beginsLikeCode = signs >= 3 && /\p{N}/u.test(text) && !/\s/.test(text);
  const visible = isVisible(visibilityOf(scope), 'variant.product_id');
  // A union rather than an or: each of its parts finds its rows by an index of its own.
  const ids = [
    sql`(select id from variant where code_key = kontor_code_key(${text}))`,
    ...(/^\d{8,14}$/.test(text)
      ? [sql`(select id from variant where barcodes @> array[${text}]::text[])`]
      : []),
    ...(beginsLikeCode
      ? [
          sql`(select id from variant where code_key like kontor_code_key(${text}) || '%' and status = 'active' and ${visible}
            order by code_key limit ${beginningsTold})`,
        ]
      : []),
  ];
  const rows = await scope.db
    .selectFrom('variant')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .select([
      'variant.id as variantId',
      'product.id as productId',
      'product.sort_key as sortKey',
      sql<boolean>`variant.code_key = kontor_code_key(${text})`.as('isSku'),
      sql<boolean>`variant.barcodes @> array[${text}]::text[]`.as('isBarcode'),
    ])
    .where(sql<boolean>`variant.id = any(array(${sql.join(ids, sql` union `)}))`)
    .where(visible)
    .orderBy(sql`variant.sku = ${text} desc, variant.code_key = kontor_code_key(${text}) desc`)
    .orderBy('variant.code_key')
    .orderBy('variant.id')
    .limit(beginningsTold)
    .execute();
  return rows.map(({ isSku, isBarcode, ...hit }) => ({
    ...hit,
    matchedBy: isBarcode && !isSku ? 'barcode' : 'sku',
    isWhole: isSku || isBarcode,
  }));
}

async function byCustomerCode(scope: Scope, text: string): Promise<CodeHit[]> {
  const { company } = scope.caller;
  if (!company) return [];
  const rows = await scope.db
    .selectFrom('customer_code')
    .innerJoin('variant', 'variant.id', 'customer_code.variant_id')
    .innerJoin('product', 'product.id', 'variant.product_id')
    .select(['variant.id as variantId', 'product.id as productId', 'product.sort_key as sortKey'])
    .where('customer_code.company_id', '=', company.id)
    .where(sql<boolean>`customer_code.code_key = kontor_code_key(${text})`)
    .where(isVisible(visibilityOf(scope), 'variant.product_id'))
    .orderBy('variant.id')
    .limit(beginningsTold)
    .execute();
  return rows.map((hit) => ({ ...hit, matchedBy: 'customerCode', isWhole: true }));
}
