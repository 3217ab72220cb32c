import { describe, expect, it } from 'vitest';
import type { LegalType } from './legal-type.js';
import { findLegalType, legalTypes } from './legal-types.js';
import { canonicalRequisites, validateRequisites } from './validate-requisites.js';

const typeOf = (code: string): LegalType => findLegalType(code)!;

const company = {
  inn: '7705260699',
  kpp: '770501001',
  ogrn: '1027700132195',
  bik: '049805746',
  account: '40602810700000000025',
};

describe('legal types', () => {
  it('have unique codes and unique field names', () => {
    expect(new Set(legalTypes.map((type) => type.code)).size).toBe(7);
    for (const type of legalTypes)
      expect(new Set(type.fields.map((field) => field.name)).size).toBe(type.fields.length);
  });

  it('label everything in every language', () => {
    const labels = legalTypes.flatMap((type) => [type.label, ...type.fields.map((field) => field.label)]);
    expect(
      labels.flatMap((label) => [label.ru, label.uk, label.en, label.de]).every((text) => text.length > 0),
    ).toBe(true);
  });
});

describe('requisites', () => {
  it.each([
    ['ru_company', company],
    ['ru_company', { inn: '7705260699', kpp: '770501001', ogrn: '' }],
    ['ru_sole_proprietor', { inn: '500100732259', ogrnip: '304500116000157' }],
    ['ua_company', { edrpou: '34618198', ipn: '346181926596', iban: 'UA213223130000026007233566001' }],
    ['ua_sole_proprietor', { rnokpp: '1759013776' }],
    ['kz_company', { bin: '940140000385', iban: 'KZ86125KZT5004100100' }],
    ['eu_company', { vatId: 'DE136695976', iban: 'DE89370400440532013000' }],
    ['person', {}],
  ])('of %s are accepted when all are right', (code, values) => {
    expect(validateRequisites(typeOf(code), values)).toEqual([]);
  });

  it('name every missing and wrong field in form order', () => {
    expect(validateRequisites(typeOf('ru_company'), { ogrn: '1027700132196', inn: ' ' })).toEqual([
      { field: 'inn', reason: 'format' },
      { field: 'kpp', reason: 'required' },
      { field: 'ogrn', reason: 'checksum' },
    ]);
  });

  it('ask for the BIK that an account needs', () => {
    const { bik: _bik, ...rest } = company;
    expect(validateRequisites(typeOf('ru_company'), rest)).toEqual([
      { field: 'account', reason: 'incomplete' },
    ]);
  });

  it.each(['kpp', 'constructor', '__proto__', 'toString'])(
    'refuse the field %s that a proprietor lacks',
    (name) => {
      const values = JSON.parse(`{"inn":"500100732259","${name}":"1"}`) as Record<string, string>;
      expect(validateRequisites(typeOf('ru_sole_proprietor'), values)).toEqual([
        { field: name, reason: 'unknown' },
      ]);
    },
  );

  it('want an account of the country itself', () => {
    const values = { edrpou: '34618198', iban: 'DE89370400440532013000' };
    expect(validateRequisites(typeOf('ua_company'), values)).toEqual([{ field: 'iban', reason: 'format' }]);
  });

  it('lose spaces and small letters before they are stored', () => {
    expect(canonicalRequisites({ iban: 'de89 3704\u00a00044 0532 0130 00' })).toEqual({
      iban: 'DE89370400440532013000',
    });
  });
});
