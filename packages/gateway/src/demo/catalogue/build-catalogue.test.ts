import { describe, expect, it } from 'vitest';

import { largestProduct, wellKnown } from '../ids.js';
import { buildCatalogue, fullVariantCount } from './build-catalogue.js';
import { ean13 } from './ean13.js';

const full = buildCatalogue('full');
const small = buildCatalogue('small');
const sizes = [
  ['full', full],
  ['small', small],
] as const;

/** Separators and case away, Cyrillic letters that look like Latin ones written in Latin. */
function codeKey(sku: string): string {
  const twins: Record<string, string> = {
    а: 'a',
    в: 'b',
    е: 'e',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
    '×': 'x',
  };
  return sku
    .toLowerCase()
    .replace(/[авекмнорстух×]/g, (letter) => twins[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '');
}

describe('the demo catalogue', () => {
  it('has exactly 46,000 active variants when full', () => {
    expect(full.variants.filter(({ status }) => status === 'active')).toHaveLength(fullVariantCount);
  });

  it('has about 3,000 variants when small', () => {
    expect(small.variants.length).toBeGreaterThan(2700);
    expect(small.variants.length).toBeLessThan(3500);
  });

  it('has at least sixty categories in three levels', () => {
    expect(full.categories.length).toBeGreaterThanOrEqual(60);
    expect(Math.max(...full.categories.map(({ path }) => path.length))).toBe(3);
  });

  it('has one product card with hundreds of variants', () => {
    const count = (catalogue: typeof full) =>
      catalogue.variants.filter(({ product }) => product.id === largestProduct).length;
    expect(count(full)).toBeGreaterThanOrEqual(200);
    expect(count(small)).toBeGreaterThanOrEqual(60);
  });

  it.each(sizes)('keeps SKUs apart without separators and case: %s', (_, { variants }) => {
    expect(new Set(variants.map(({ sku }) => codeKey(sku))).size).toBe(variants.length);
  });

  it.each(sizes)('gives right and unique EAN-13 barcodes: %s', (_, { variants }) => {
    const barcodes = variants.flatMap((variant) => variant.barcodes);
    expect(barcodes.filter((barcode) => ean13(barcode.slice(0, 12)) !== barcode)).toEqual([]);
    expect(new Set(barcodes).size).toBe(barcodes.length);
  });

  it.each(sizes)('tells variants of a product apart by options: %s', (_, { variants }) => {
    const keys = variants.map(({ product, options }) => `${product.id} ${JSON.stringify(options)}`);
    expect(new Set(keys).size).toBe(variants.length);
  });

  it.each(sizes)('lists every option value of its variants: %s', (_, { variants }) => {
    const unlisted = variants.filter(({ product, options }) =>
      product.options.some(({ code, values }) => !values.includes(options[code] ?? '')),
    );
    expect(unlisted).toEqual([]);
  });

  it.each(sizes)('has every well-known SKU: %s', (_, { variants }) => {
    const skus = new Set(variants.map(({ sku }) => sku));
    expect(Object.values(wellKnown).filter((sku) => !skus.has(sku))).toEqual([]);
  });

  it('writes names in Russian and English', () => {
    const variant = full.variants.find(({ sku }) => sku === wellKnown.packs);
    expect(variant?.name).toMatchObject({
      ru: 'Болт DIN 933 M8×40 8.8 оцинкованный',
      en: 'Hex bolt DIN 933 M8×40 8.8 zinc plated',
    });
    expect(
      full.variants.filter(({ name }) => /[а-яё]/i.test(name.en ?? 'а')).map(({ name }) => name.en),
    ).toEqual([]);
  });

  it('makes ordering rules whose smallest quantity fits the step', () => {
    const misfits = full.variants.filter(({ rule }) => (Number(rule.min) / Number(rule.step)) % 1 !== 0);
    expect(misfits).toEqual([]);
  });
});

describe('ean13', () => {
  it('completes the example of the standard', () => {
    expect(ean13('629104150021')).toBe('6291041500213');
  });
});
