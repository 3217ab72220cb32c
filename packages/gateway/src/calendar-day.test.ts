import { expect, test } from 'vitest';

import { calendarDay } from './calendar-day.js';

test.each([
  ['2026-11-15T21:00:00Z', 'Europe/Moscow', '2026-11-16'],
  ['2026-11-15T20:59:59Z', 'Europe/Moscow', '2026-11-15'],
  ['2026-03-01T04:00:00Z', 'America/New_York', '2026-02-28'],
  ['2027-01-01T00:00:00Z', 'UTC', '2027-01-01'],
])('the day of %s in %s is %s', (instant, zone, day) => {
  expect(calendarDay(new Date(instant), zone)).toBe(day);
});
