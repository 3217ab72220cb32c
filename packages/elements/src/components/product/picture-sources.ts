import type { Picture } from '@kontor/sdk';
import { nothing } from 'lit';

/** The widths of a picture for `srcset`; nothing where there is only one. */
export function srcsetOf(
  { sources = [] }: Picture,
  resolveUrl: (url: string) => string,
): string | typeof nothing {
  if (sources.length < 2) return nothing;
  return sources.map(({ url, width }) => `${resolveUrl(url)} ${String(width)}w`).join(', ');
}

/** Address of the narrowest form of a picture. */
export const narrowestOf = ({ url, sources }: Picture): string => sources?.[0]?.url ?? url;
