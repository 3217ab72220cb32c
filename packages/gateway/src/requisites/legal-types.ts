import { validateBinIin } from './bin-iin.js';
import { validateEdrpou, validateUaVatNumber } from './edrpou.js';
import { validateEuVat } from './eu-vat.js';
import { validateCompanyInn } from './inn.js';
import { validateKpp } from './kpp.js';
import type { LegalType } from './legal-type.js';
import { validateOgrn, validateOgrnip } from './ogrn.js';
import {
  account,
  bik,
  correspondentAccount,
  iban,
  kzIban,
  personInn,
  rnokpp,
  uaIban,
} from './requisite-fields.js';
import { validateUaPersonNumber } from './rnokpp.js';

const ruCompany: LegalType = {
  code: 'ru_company',
  country: 'RU',
  label: {
    ru: 'Организация (Россия)',
    uk: 'Організація (Росія)',
    en: 'Company (Russia)',
    de: 'Unternehmen (Russland)',
  },
  fields: [
    {
      name: 'inn',
      label: { ru: 'ИНН', uk: 'ІПН (Росія)', en: 'Tax number (INN)', de: 'Steuernummer (INN)' },
      required: true,
      validator: validateCompanyInn,
    },
    {
      name: 'kpp',
      label: { ru: 'КПП', uk: 'КПП', en: 'Registration reason code (KPP)', de: 'Registrierungscode (KPP)' },
      required: true,
      validator: validateKpp,
    },
    {
      name: 'ogrn',
      label: { ru: 'ОГРН', uk: 'ОДРН', en: 'State registration number (OGRN)', de: 'Registernummer (OGRN)' },
      required: false,
      validator: validateOgrn,
    },
    bik,
    account,
    correspondentAccount,
  ],
};

const ruSoleProprietor: LegalType = {
  code: 'ru_sole_proprietor',
  country: 'RU',
  label: {
    ru: 'Индивидуальный предприниматель (Россия)',
    uk: 'Індивідуальний підприємець (Росія)',
    en: 'Sole proprietor (Russia)',
    de: 'Einzelunternehmer (Russland)',
  },
  fields: [
    { ...personInn, required: true },
    {
      name: 'ogrnip',
      label: {
        ru: 'ОГРНИП',
        uk: 'ОДРНІП',
        en: 'State registration number (OGRNIP)',
        de: 'Registernummer (OGRNIP)',
      },
      required: false,
      validator: validateOgrnip,
    },
    bik,
    account,
    correspondentAccount,
  ],
};

const uaCompany: LegalType = {
  code: 'ua_company',
  country: 'UA',
  label: {
    ru: 'Организация (Украина)',
    uk: 'Юридична особа',
    en: 'Company (Ukraine)',
    de: 'Unternehmen (Ukraine)',
  },
  fields: [
    {
      name: 'edrpou',
      label: { ru: 'ЕГРПОУ', uk: 'ЄДРПОУ', en: 'Register code (EDRPOU)', de: 'Registercode (EDRPOU)' },
      required: true,
      validator: validateEdrpou,
    },
    {
      name: 'ipn',
      label: {
        ru: 'ИНН плательщика НДС',
        uk: 'ІПН платника ПДВ',
        en: 'VAT number (IPN)',
        de: 'USt-Nummer (IPN)',
      },
      required: false,
      validator: (value, values) => validateUaVatNumber(value, values['edrpou']),
    },
    uaIban,
  ],
};

const uaSoleProprietor: LegalType = {
  code: 'ua_sole_proprietor',
  country: 'UA',
  label: {
    ru: 'Физическое лицо — предприниматель (Украина)',
    uk: 'Фізична особа — підприємець',
    en: 'Sole proprietor (Ukraine)',
    de: 'Einzelunternehmer (Ukraine)',
  },
  fields: [{ ...rnokpp, required: true, validator: validateUaPersonNumber }, uaIban],
};

const kzCompany: LegalType = {
  code: 'kz_company',
  country: 'KZ',
  label: {
    ru: 'Организация (Казахстан)',
    uk: 'Організація (Казахстан)',
    en: 'Company (Kazakhstan)',
    de: 'Unternehmen (Kasachstan)',
  },
  fields: [
    {
      name: 'bin',
      label: { ru: 'БИН', uk: 'БІН', en: 'Business number (BIN)', de: 'Unternehmensnummer (BIN)' },
      required: true,
      validator: validateBinIin,
    },
    kzIban,
  ],
};

const euCompany: LegalType = {
  code: 'eu_company',
  country: 'EU',
  label: { ru: 'Организация (ЕС)', uk: 'Організація (ЄС)', en: 'Company (EU)', de: 'Unternehmen (EU)' },
  fields: [
    {
      name: 'vatId',
      label: { ru: 'Номер плательщика НДС', uk: 'Номер платника ПДВ', en: 'VAT number', de: 'USt-IdNr.' },
      required: true,
      validator: validateEuVat,
    },
    iban,
  ],
};

const person: LegalType = {
  code: 'person',
  country: null,
  label: { ru: 'Физическое лицо', uk: 'Фізична особа', en: 'Private person', de: 'Privatperson' },
  fields: [personInn, rnokpp],
};

/** Every legal type that a company may have, in the order in which forms offer them. */
export const legalTypes: readonly LegalType[] = [
  ruCompany,
  ruSoleProprietor,
  uaCompany,
  uaSoleProprietor,
  kzCompany,
  euCompany,
  person,
];

/** Finds a legal type by its code; undefined when there is none. */
export function findLegalType(code: string): LegalType | undefined {
  return legalTypes.find((type) => type.code === code);
}
