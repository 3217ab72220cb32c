import fc from 'fast-check';
import type * as z from 'zod/mini';

/** Values that a field of this name should often have, so that requests get past the door. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

interface Check {
  _zod: {
    def: {
      check: string;
      minimum?: number;
      maximum?: number;
      value?: number;
      inclusive?: boolean;
      pattern?: RegExp;
      format?: string;
    };
  };
}
interface Def {
  type: string;
  checks?: Check[];
  shape?: Record<string, z.ZodMiniType>;
  element?: z.ZodMiniType;
  innerType?: z.ZodMiniType;
  valueType?: z.ZodMiniType;
  options?: z.ZodMiniType[];
  entries?: Record<string, string>;
  values?: unknown[];
  in?: z.ZodMiniType;
  pattern?: RegExp;
  format?: string;
}

/** Values that a schema takes: what a well-meaning client could send. */
export function arbitraryOf(schema: z.ZodMiniType, pools: Pools, name = ''): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Def;
  const pool = pools[name];
  const made = () => arbitraryOfDef(def, pools, name);
  if (!pool || def.type === 'optional' || def.type === 'nullable') return made();
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...pool) }, { weight: 1, arbitrary: made() });
}

function arbitraryOfDef(def: Def, pools: Pools, name: string): fc.Arbitrary<unknown> {
  const inner = (schema: z.ZodMiniType | undefined, field = name) =>
    schema ? arbitraryOf(schema, pools, field) : fc.constant(undefined);
  switch (def.type) {
    case 'string':
      return stringOf(def);
    case 'number':
      return fc.integer({ min: bound(def, 'greater_than') ?? 0, max: bound(def, 'less_than') ?? 1000 });
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'optional':
    case 'default':
      return fc.option(inner(def.innerType), { nil: undefined });
    case 'nullable':
      return fc.option(inner(def.innerType), { nil: null });
    case 'array':
      return fc.array(inner(def.element, name.replace(/s$/, '')), {
        minLength: minimum(def, 'min_length') ?? 0,
        maxLength: Math.min(maximum(def, 'max_length') ?? 4, 4),
      });
    case 'object':
      return fc
        .record(
          Object.fromEntries(
            Object.entries(def.shape ?? {}).map(([field, schema]) => [field, inner(schema, field)]),
          ),
        )
        .map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)));
    case 'record':
      return fc.dictionary(fc.string({ minLength: 1, maxLength: 12 }), inner(def.valueType), { maxKeys: 3 });
    case 'union':
      return fc.oneof(...(def.options ?? []).map((option) => inner(option)));
    case 'pipe':
      // Query filters: a JSON object in a string.
      return name === 'filters'
        ? fc.constantFrom('{}', '{"diameter":["M8"]}', '{"coating":["x","y"]}')
        : inner(def.in);
    default:
      return fc.constant(undefined);
  }
}

/** Patterns of texts that may be anything but control characters. */
const onlyForbids = /^\^\[\^\\u0000[^\]]*\]\*\$$/;

function stringOf(def: Def): fc.Arbitrary<string> {
  const checks = def.checks?.map(({ _zod }) => _zod.def) ?? [];
  const format = def.format ?? checks.find((check) => check.format)?.format;
  if (format === 'date')
    return fc
      .date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  // ISO 8601 has four digits for a year.
  if (format === 'datetime')
    return fc
      .date({ min: new Date('0000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (format === 'email') return fc.emailAddress({ size: 'small' }).map((email) => email.toLowerCase());
  const pattern = checks.find((check) => check.pattern)?.pattern ?? def.pattern;
  const least = minimum(def, 'min_length') ?? 0;
  const most = maximum(def, 'max_length') ?? 60;
  if (pattern && !onlyForbids.test(pattern.source) && pattern.source !== '\\S') {
    return fc.stringMatching(pattern).filter((text) => text.length >= least && text.length <= most);
  }
  const character = fc.constantFrom(...Array.from('abcz019 -_.ёЁ№₽«»ß日😀%\'"\\<>&\n'));
  return fc
    .string({ unit: character, minLength: Math.max(least, 1), maxLength: Math.min(most, 40) })
    .map((text) => (/\S/.test(text) ? text : `x${text}`.slice(0, most)));
}

function minimum(def: Def, check: string): number | undefined {
  return def.checks?.map(({ _zod }) => _zod.def).find((each) => each.check === check)?.minimum;
}

function maximum(def: Def, check: string): number | undefined {
  return def.checks?.map(({ _zod }) => _zod.def).find((each) => each.check === check)?.maximum;
}

function bound(def: Def, check: string): number | undefined {
  return def.checks?.map(({ _zod }) => _zod.def).find((each) => each.check === check)?.value;
}

/** Values that no field expects. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '1e999',
    'NaN',
    'Infinity',
    '-1',
    '0x10',
    '９',
    '1,5',
    "' or 1=1 --",
    '"; drop table orders; --',
    '\u0000',
    '\ud800',
    '../../etc/passwd',
    '${7*7}',
    '{{7*7}}',
    '<img src=x onerror=alert(1)>',
    '__proto__',
    'constructor',
    '%00',
    'a'.repeat(10_000),
  ),
  fc.constantFrom<unknown>({}, [], [[]], { toString: 1 }, { length: 1e9 }, { $gt: '' }),
  fc.string(),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A valid value with one place spoiled: another value, a key too many, or a key missing. */
export function spoiled(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(valid, hostile, fc.nat(), fc.constantFrom('replace', 'add', 'remove'))
    .map(([value, bad, index, how]) => {
      if (typeof value !== 'object' || value === null) return bad;
      const copy = structuredClone(value) as Record<string, unknown>;
      const keys = Object.keys(copy);
      const key = keys[index % Math.max(keys.length, 1)];
      if (how === 'add' || key === undefined)
        return Object.assign(copy, {
          [['price', 'discount', 'companyId', 'isAdmin', '__proto__x'][index % 5] ?? 'x']: bad,
        });
      if (how === 'remove') return Object.fromEntries(Object.entries(copy).filter(([name]) => name !== key));
      copy[key] = bad;
      return copy;
    });
}
