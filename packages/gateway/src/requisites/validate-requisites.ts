import type { LegalType } from './legal-type.js';
import type { RequisiteReason, RequisiteValues } from './requisite-validator.js';

/** One refused field of a form. */
export interface RequisiteProblem {
  readonly field: string;
  readonly reason: RequisiteReason;
}

/**
 * Checks a form's requisites strictly: every required field, every value, no field that the legal type does not have.
 * An optional field may be absent or empty. Problems come in the order of the form, unknown fields last; none means valid.
 */
export function validateRequisites(legalType: LegalType, values: RequisiteValues): RequisiteProblem[] {
  const problems: RequisiteProblem[] = [];
  for (const field of legalType.fields) {
    const value = Object.hasOwn(values, field.name) ? (values[field.name] ?? '') : '';
    const reason = value === '' ? (field.required ? 'required' : null) : field.validator(value, values);
    if (reason !== null) problems.push({ field: field.name, reason });
  }
  const known = new Set(legalType.fields.map((field) => field.name));
  for (const name of Object.keys(values))
    if (!known.has(name)) problems.push({ field: name, reason: 'unknown' });
  return problems;
}

/** Brings typed requisites into their stored form: no spaces (people copy `DE89 3704 …` from letters), capital letters. */
export function canonicalRequisites(values: RequisiteValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replace(/\s/g, '').toUpperCase()]),
  );
}
