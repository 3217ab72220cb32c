import { expect, it } from 'vitest';

import { localTime, momentOf } from './local-time.js';

it.each([
  ['2026-01-14T21:30:00.000Z', 'Europe/Moscow', '2026-01-15T00:30:00'],
  ['2026-07-01T03:00:00.000Z', 'Europe/Kyiv', '2026-07-01T06:00:00'],
])('%s in %s is %s, and back', (moment, timeZone, local) => {
  expect([localTime(new Date(moment), timeZone), momentOf(local, timeZone)]).toEqual([
    local,
    new Date(moment),
  ]);
});

it.each([
  ['2026-01-15', '2026-01-14T21:00:00.000Z'],
  ['2026-01-15T10:00:00+05:00', '2026-01-15T05:00:00.000Z'],
])('%s is a moment', (text, moment) => {
  expect(momentOf(text, 'Europe/Moscow')).toEqual(new Date(moment));
});
