import type { Option, Variant } from '@kontor/sdk';

/** One property of compared variants. */
export interface ComparedFact {
  readonly code: string;
  readonly name: string;
  /** Values in the order of the variants; undefined where one has none. */
  readonly values: readonly (string | undefined)[];
}

/** Facts beyond which a comparison is no longer read. */
const mostFacts = 8;

/**
 * Options and attributes of variants side by side: those that differ from the first variant come first.
 *
 * @param options names for option codes, of the first variant's product
 */
export function comparedFacts(
  variants: readonly Variant[],
  options: readonly Option[],
): readonly ComparedFact[] {
  const names = new Map(
    options.map(({ code, name, unit }) => [code, unit === null ? name : `${name}, ${unit}`]),
  );
  for (const { attributes } of variants)
    for (const { code, name, unit } of attributes)
      if (!names.has(code)) names.set(code, unit === null ? name : `${name}, ${unit}`);
  const facts = [...names].map(([code, name]): ComparedFact => ({
    code,
    name,
    values: variants.map((each) => valueOf(each, code)),
  }));
  const told = facts.filter(({ values }) => values.some((value) => value !== undefined));
  return [...told.filter(differs), ...told.filter((fact) => !differs(fact))].slice(0, mostFacts);
}

const valueOf = ({ options, attributes }: Variant, code: string): string | undefined =>
  options[code] ?? attributes.find((each) => each.code === code)?.value;

const differs = ({ values }: ComparedFact): boolean => values.some((value) => value !== values[0]);
