import { describe, expect, it } from 'vitest';

import { buildCatalogue } from '../catalogue/build-catalogue.js';
import { demoPicture } from './demo-picture.js';
import { drawingNames, drawingOf } from './drawings.js';

describe('demoPicture', () => {
  it('draws every product of the demo', () => {
    const without = buildCatalogue('small').products.filter(
      ({ slug }) => demoPicture(`${slug}.svg`) === undefined,
    );
    expect(without).toEqual([]);
  });

  it('has nothing for an unknown name', () => {
    expect(demoPicture('../etc/passwd')).toBeUndefined();
  });

  it('draws more than a dozen kinds, each its own way', () => {
    expect(drawingNames.length).toBeGreaterThan(12);
    expect(new Set(drawingNames.map(drawingOf)).size).toBe(drawingNames.length);
  });

  it.each(drawingNames)('is a safe picture: %s', (name) => {
    expect(drawingOf(name)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*>.*<\/svg>$/);
    expect(drawingOf(name)).not.toMatch(/script|href|url\(|NaN|undefined| on\w+=/i);
  });
});
