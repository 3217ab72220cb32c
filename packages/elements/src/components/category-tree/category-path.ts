import type { Category } from '@kontor/sdk';

/** From the root to a category by id or slug; empty when there is none. */
export function pathTo(categories: readonly Category[], idOrSlug: string | undefined): readonly Category[] {
  if (!idOrSlug) return [];
  for (const category of categories) {
    if (category.id === idOrSlug || category.slug === idOrSlug) return [category];
    const below = pathTo(category.children, idOrSlug);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}
