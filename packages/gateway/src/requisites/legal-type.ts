import type { RequisiteValidator } from './requisite-validator.js';

/** A label in each language that the product speaks. */
export type Label = Readonly<Record<'ru' | 'uk' | 'en' | 'de', string>>;

/** One field of a legal type's form. */
export interface RequisiteField {
  /** Key in the company's requisites, for example `inn`. */
  readonly name: string;
  readonly label: Label;
  readonly required: boolean;
  readonly validator: RequisiteValidator;
}

/** What a company is in law, and so which requisites it has. */
export interface LegalType {
  /** Stable key, for example `ru_company`. */
  readonly code: string;
  /** ISO 3166-1 alpha-2, `EU` for the European Union, null where any country will do. */
  readonly country: string | null;
  readonly label: Label;
  readonly fields: readonly RequisiteField[];
}
