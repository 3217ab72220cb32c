import { expect, test } from 'vitest';

import { linesOf } from './journal-lines.js';
import type { PublishProblem } from './publish/publishing.js';

const problem = (change: Partial<PublishProblem>): PublishProblem => ({
  severity: 'warning',
  code: 'orphan_offer',
  recordId: 'p1',
  message: 'Nobody described it',
  ...change,
});
const many = (count: number, change: (place: number) => Partial<PublishProblem>): PublishProblem[] =>
  Array.from({ length: count }, (_each, place) => problem(change(place)));

test('errors come first, whatever was found before them', () => {
  const found = [
    problem({ severity: 'info', code: 'sku_taken' }),
    problem({}),
    problem({ severity: 'error', code: 'not_published' }),
  ];
  expect(linesOf(found).map(({ code }) => code)).toEqual(['not_published', 'orphan_offer', 'sku_taken']);
});

test('one cause is told once, by its first record', () => {
  const found = many(768, (place) => ({
    code: 'unknown_group',
    cause: place % 2 === 0 ? 'g1' : 'g2',
    recordId: `p${String(place)}`,
    message: 'No file told of its group',
  }));
  expect(linesOf(found)).toMatchObject([
    { recordId: 'p0', message: 'No file told of its group; 383 more for the same reason' },
    { recordId: 'p1', message: 'No file told of its group; 383 more for the same reason' },
  ]);
});

test('what has no cause in common is told by its first hundred, and how many more', () => {
  const lines = linesOf([...many(1400, () => ({})), problem({ code: 'sku_taken' })]);
  expect(lines).toHaveLength(102);
  expect(lines[100]).toMatchObject({
    severity: 'warning',
    code: 'too_many_problems',
    message: '1300 more: orphan_offer',
  });
});
