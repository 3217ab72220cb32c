import { sql } from 'kysely';

import type { Database } from '../../../database/database.js';
import type { Scope } from '../../../scope.js';
import type { CatalogRevision } from '../revision.js';
import { sortKeyLength } from '../sort-key.js';
import { findByCode, type CodeHit } from './find-by-code.js';
import { createIndexHolder } from './index-holder.js';
import { compareHits, match, unknownWords, type Hit } from './match.js';
import type { View } from './view.js';

/** What a query found, by codes and by words. */
export interface Found {
  /** Products, best first. */
  hits: Hit[];
  codes: CodeHit[];
  corrected: string | null;
}

/** Searches the catalogue. */
export interface Search {
  /** The catalogue as the caller sees it. */
  view(scope: Scope): Promise<View>;
  find(scope: Scope, query: string): Promise<Found>;
}

/** A code counts more than any words. */
const scores = { whole: 1_000_000, beginning: 500_000 };

export function createSearch(database: Database, revision: CatalogRevision): Search {
  const holder = createIndexHolder(database, revision);
  return {
    view: (scope) => holder.view(scope),
    async find(scope, query) {
      const view = await holder.view(scope);
      const stems = await stemsOf(scope, unknownWords(view, query));
      const { hits, corrected } = match(view, query, stems);
      const codes = await findByCode(scope, query, hits.length > 0);
      return {
        hits: codes.length === 0 ? hits : together(codes, hits),
        codes,
        corrected: codes.some(({ isWhole }) => isWhole) ? null : corrected,
      };
    },
  };
}

function together(codes: readonly CodeHit[], hits: readonly Hit[]): Hit[] {
  const all = new Map<string, Hit>();
  for (const { productId, variantId, sortKey, isWhole } of codes) {
    const score = isWhole ? scores.whole : scores.beginning;
    const hit = all.get(productId) ?? {
      productId,
      sortKey: sortKey.slice(0, sortKeyLength),
      score,
      variants: [],
    };
    all.set(productId, { ...hit, variants: [...hit.variants, { id: variantId, score }] });
  }
  for (const hit of hits) if (!all.has(hit.productId)) all.set(hit.productId, hit);
  return [...all.values()].sort(compareHits);
}

/** Stems of words that the catalogue does not have: `болтами` → `болт`. */
async function stemsOf({ db }: Scope, words: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (words.length === 0) return new Map();
  const { rows } = await sql<{ word: string; stem: string }>`
    select word, coalesce((ts_lexize(
      (case when word ~ '[а-я]' then 'russian_stem' else 'english_stem' end)::regdictionary, word))[1], word) as stem
    from unnest(${[...words]}::text[]) as word`.execute(db);
  return new Map(rows.map(({ word, stem }) => [word, stem]));
}
