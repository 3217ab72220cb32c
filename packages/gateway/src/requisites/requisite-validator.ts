/**
 * Why a requisite is refused.
 *
 * - `required`: the legal type asks for the field and it is empty;
 * - `unknown`: the legal type has no such field;
 * - `format`: wrong length or characters;
 * - `checksum`: right form, wrong check digits, so most likely a typing error;
 * - `mismatch`: right by itself, but it contradicts another field;
 * - `incomplete`: cannot be checked until another field is filled in (an account needs its BIK).
 */
export type RequisiteReason = 'required' | 'unknown' | 'format' | 'checksum' | 'mismatch' | 'incomplete';

/** The requisites of one company, by field name; values are strings because leading zeros count. */
export type RequisiteValues = Readonly<Record<string, string>>;

/** Answers why a non-empty value is refused, or null when it is right; `values` are all fields of the form. */
export type RequisiteValidator = (value: string, values: RequisiteValues) => RequisiteReason | null;
