import type { Option, Variant } from '@kontor/sdk';

/** Chosen values by option code; any of them will do, and every option must. */
export type OptionChoice = Readonly<Record<string, readonly string[]>>;

export const isChosen = (choice: OptionChoice, code: string, value: string): boolean =>
  choice[code]?.includes(value) ?? false;

export const hasChoice = (choice: OptionChoice): boolean =>
  Object.values(choice).some((values) => values.length > 0);

/** With the value chosen, or without it when it was. */
export function toggleOption(choice: OptionChoice, code: string, value: string): OptionChoice {
  const before = choice[code] ?? [];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...choice, [code]: after };
}

/** Variants that fit; all of them are the very same list. */
export function fitting(
  variants: readonly Variant[],
  choice: OptionChoice,
  except?: string,
): readonly Variant[] {
  const demands = Object.entries(choice).filter(([code, values]) => values.length > 0 && code !== except);
  return demands.length === 0
    ? variants
    : variants.filter(({ options }) =>
        demands.every(([code, values]) => values.includes(options[code] ?? '')),
      );
}

/** Values of each option that some variant has under the choices of the others; undefined: all of them find something. */
export function reachable(
  variants: readonly Variant[],
  options: readonly Option[],
  choice: OptionChoice,
): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  if (!hasChoice(choice)) return undefined;
  return new Map(
    options.map(({ code }) => [
      code,
      new Set(fitting(variants, choice, code).map((each) => each.options[code] ?? '')),
    ]),
  );
}

/** Options that tell these variants apart, for variants that come without their product. */
export function optionsOf(variants: readonly Variant[]): readonly Option[] {
  const values = new Map<string, Set<string>>();
  for (const { options } of variants)
    for (const code in options) {
      const value = options[code] ?? '';
      const known = values.get(code);
      if (known) known.add(value);
      else values.set(code, new Set([value]));
    }
  return [...values].map(([code, known]) => ({ code, name: code, unit: null, values: [...known] }));
}
