import { validateBik } from './bik.js';
import { validateIban } from './iban.js';
import { validatePersonInn } from './inn.js';
import type { RequisiteField } from './legal-type.js';
import { validateRnokpp } from './rnokpp.js';
import { validateCorrespondentAccount, validateRuAccount } from './ru-account.js';

/** Requisites that several legal types share. */

export const bik: RequisiteField = {
  name: 'bik',
  label: { ru: 'БИК', uk: 'БІК', en: 'Bank code (BIK)', de: 'Bankleitzahl (BIK)' },
  required: false,
  validator: validateBik,
};

export const account: RequisiteField = {
  name: 'account',
  label: { ru: 'Расчётный счёт', uk: 'Розрахунковий рахунок', en: 'Settlement account', de: 'Kontonummer' },
  required: false,
  validator: (value, values) => validateRuAccount(value, values['bik']),
};

export const correspondentAccount: RequisiteField = {
  name: 'correspondentAccount',
  label: {
    ru: 'Корреспондентский счёт',
    uk: 'Кореспондентський рахунок',
    en: 'Correspondent account',
    de: 'Korrespondenzkonto',
  },
  required: false,
  validator: (value, values) => validateCorrespondentAccount(value, values['bik']),
};

export const iban: RequisiteField = {
  name: 'iban',
  label: { ru: 'IBAN', uk: 'IBAN', en: 'IBAN', de: 'IBAN' },
  required: false,
  validator: validateIban,
};

export const personInn: RequisiteField = {
  name: 'inn',
  label: { ru: 'ИНН', uk: 'ІПН (Росія)', en: 'Tax number (INN)', de: 'Steuernummer (INN)' },
  required: false,
  validator: validatePersonInn,
};

export const rnokpp: RequisiteField = {
  name: 'rnokpp',
  label: { ru: 'РНУКН (Украина)', uk: 'РНОКПП', en: 'Tax number (RNOKPP)', de: 'Steuernummer (RNOKPP)' },
  required: false,
  validator: validateRnokpp,
};

/** A Ukrainian account: an IBAN of that country. */
export const uaIban: RequisiteField = {
  ...iban,
  validator: (value) => (value.startsWith('UA') ? validateIban(value) : 'format'),
};

/** A Kazakh account: an IBAN of that country, there called ИИК. */
export const kzIban: RequisiteField = {
  ...iban,
  label: { ru: 'ИИК (IBAN)', uk: 'ІІК (IBAN)', en: 'IBAN (IIK)', de: 'IBAN (IIK)' },
  validator: (value) => (value.startsWith('KZ') ? validateIban(value) : 'format'),
};
