import { allFamilies } from '../catalogue/families/all-families.js';
import { drawingOf } from './drawings.js';

/**
 * The picture of a demo product by the name in its address, for example `din-933-8-8` or `din-933-8-8.svg`:
 * an SVG of 640 × 480 without scripts or outside references. Undefined when no family has the name.
 */
export function demoPicture(name: string): string | undefined {
  const slug = name.replace(/\.svg$/, '');
  const family = byLength.find(({ code }) => slug === code || slug.startsWith(`${code}-`));
  return family && drawingOf(family.drawing);
}

/** Longest codes first: `din-933-stainless` before `din-933`. */
const byLength = [...allFamilies].sort((left, right) => right.code.length - left.code.length);
