import type { Attribute, Option, Picture, Variant } from '@kontor/contract';
import type { Locale } from '@kontor/contract';

import type { Localized, StoredAttribute, StoredOption, StoredPicture } from '../../database/tables.js';
import { localized } from '../../http/locale.js';
import { plain } from '../../money/decimal.js';

/** A picture's address: absolute ones stay, keys are served by this gateway. */
export function picture(
  { url, width, height, alt, sources }: StoredPicture,
  name: string,
  locale: Locale,
): Picture {
  return {
    url: addressOf(url),
    width,
    height,
    alt: localized(alt ?? null, locale) || name,
    ...(sources && { sources: sources.map((source) => ({ ...source, url: addressOf(source.url) })) }),
  };
}

function addressOf(url: string): string {
  const isAddress = /^(https?:)?\/\//.test(url) || url.startsWith('/');
  return isAddress ? url : `/v1/pictures/${encodeURIComponent(url)}`;
}

export function attribute({ code, name, value, unit }: StoredAttribute, locale: Locale): Attribute {
  return { code, name: localized(name, locale), value, unit: unit ?? null };
}

export function option({ code, name, unit, values }: StoredOption, locale: Locale): Option {
  return { code, name: localized(name, locale), unit: unit ?? null, values };
}

/** A variant as it is read. */
export interface VariantRow {
  id: number;
  sku: string;
  productId: string;
  name: Localized;
  options: Record<string, string>;
  attributes: StoredAttribute[];
  barcodes: string[];
  unitCode: string;
  unitName: string;
  ruleMin: string;
  ruleStep: string;
  ruleMax: string | null;
  packs: { name: string; quantity: string }[];
  picture: StoredPicture | null;
  isDiscontinued: boolean;
  analogueCount: number;
}

/** A variant as the contract tells it. @param customerCode only for members of the company that uses it */
export function variant(row: VariantRow, locale: Locale, customerCode: string | undefined): Variant {
  const name = localized(row.name, locale);
  return {
    sku: row.sku,
    productId: row.productId,
    name,
    options: row.options,
    attributes: row.attributes.map((each) => attribute(each, locale)),
    barcodes: row.barcodes,
    unit: { code: row.unitCode, name: row.unitName },
    orderingRule: {
      min: plain(row.ruleMin),
      step: plain(row.ruleStep),
      max: row.ruleMax === null ? null : plain(row.ruleMax),
      packs: row.packs,
    },
    picture: row.picture ? picture(row.picture, name, locale) : null,
    status: row.isDiscontinued ? 'discontinued' : 'active',
    ...(customerCode === undefined ? {} : { customerCode }),
    analogueCount: row.analogueCount,
  };
}
