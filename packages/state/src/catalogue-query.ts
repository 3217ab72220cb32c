import type { Filters, ProductSort } from '@kontor/sdk';

/** What a catalogue shows: the whole state of the page, small enough for its address. */
export interface CatalogueQuery {
  /** Category id or slug. */
  readonly category?: string;
  readonly query?: string;
  readonly filters?: Filters;
  readonly sort?: ProductSort;
}

const sorts: readonly string[] = ['relevance', 'name', '-name', 'newest'] satisfies ProductSort[];
const filterPrefix = 'f.';

/** A query as address parameters: `category=screws&q=m8&f.diameter=M8&f.diameter=M10&sort=name`. */
export function toSearchParams({ category, query, filters, sort }: CatalogueQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (category !== undefined) params.set('category', category);
  if (query) params.set('q', query);
  for (const [code, values] of Object.entries(filters ?? {}).sort(([left], [right]) =>
    left < right ? -1 : 1,
  ))
    for (const value of values) params.append(filterPrefix + code, value);
  if (sort !== undefined) params.set('sort', sort);
  return params;
}

/** The query that an address tells; what it does not know is left alone. */
export function fromSearchParams(params: URLSearchParams): CatalogueQuery {
  // A map, because an address may name a code `constructor` or `__proto__`.
  const filters = new Map<string, string[]>();
  for (const [key, value] of params)
    if (key.startsWith(filterPrefix)) {
      const code = key.slice(filterPrefix.length);
      filters.set(code, [...(filters.get(code) ?? []), value]);
    }
  const [category, query, sort] = ['category', 'q', 'sort'].map((key) => params.get(key) ?? undefined);
  return {
    ...(category ? { category } : {}),
    ...(query ? { query } : {}),
    ...(filters.size > 0 ? { filters: Object.fromEntries(filters) } : {}),
    ...(sort !== undefined && sorts.includes(sort) ? { sort: sort as ProductSort } : {}),
  };
}

/** A query with one value of a facet switched on or off. */
export function toggleFilter(query: CatalogueQuery, code: string, value: string): CatalogueQuery {
  const { filters = {}, ...rest } = query;
  const former = (Object.hasOwn(filters, code) ? filters[code] : undefined) ?? [];
  const values = former.includes(value) ? former.filter((other) => other !== value) : [...former, value];
  const { [code]: _former, ...others } = filters;
  const next = values.length > 0 ? { ...others, [code]: values } : others;
  return Object.keys(next).length > 0 ? { ...rest, filters: next } : rest;
}

export const isSameQuery = (left: CatalogueQuery, right: CatalogueQuery): boolean =>
  toSearchParams(left).toString() === toSearchParams(right).toString();
