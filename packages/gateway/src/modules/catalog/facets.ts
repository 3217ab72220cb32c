import type { Facet, Facets, FacetsQuery } from '@kontor/contract';

import { localized } from '../../http/locale.js';
import type { Scope } from '../../scope.js';
import { narrowedIds } from './product-list.js';
import { countFacets } from './search/facets.js';
import type { Search } from './search/search.js';

/** Facets that are told; those of most products come first. */
const facetsTold = 40;

/** Facets of a list, with the counts of their values. */
export async function listFacets(scope: Scope, search: Search, query: FacetsQuery): Promise<Facets> {
  const { filters = {} } = query;
  const { index, ...view } = await search.view(scope);
  const { counts, total } = countFacets({ index, ...view }, filters, await narrowedIds(scope, search, query));
  const byFacet = new Map<number, { facet: Facet; sum: number }>();
  for (const [number, count] of counts) {
    const value = index.values[number];
    const heading = value && index.facets[value.facet];
    if (!heading || (!heading.isOffered && !Object.hasOwn(filters, heading.code))) continue;
    const { code, unit } = heading;
    const entry = byFacet.get(value.facet) ?? {
      facet: { code, name: localized(heading.name, scope.locale), unit, values: [] },
      sum: 0,
    };
    byFacet.set(value.facet, entry);
    entry.sum += count;
    const isSelected = Object.hasOwn(filters, code) && (filters[code] ?? []).includes(value.text);
    entry.facet.values.push({ value: value.text, count, isSelected });
  }
  const items = [...byFacet.values()]
    .sort((left, right) => right.sum - left.sum || (left.facet.code < right.facet.code ? -1 : 1))
    .slice(0, facetsTold)
    .map(({ facet }) => ({ ...facet, values: facet.values.sort(byValue) }));
  return { items, total };
}

/** Numbers by size, then words by letter. */
function byValue({ value: left }: { value: string }, { value: right }: { value: string }): number {
  const [one, other] = [Number.parseFloat(left), Number.parseFloat(right)];
  if (!Number.isNaN(one) && !Number.isNaN(other) && one !== other) return one - other;
  if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1;
  return left < right ? -1 : left > right ? 1 : 0;
}
