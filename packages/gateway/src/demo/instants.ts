const day = 86_400_000;

/** The instant this many days after (or, negative, before) `now`. */
export function daysFrom(now: Date, days: number): Date {
  return new Date(now.getTime() + Math.round(days * day));
}

/** Calendar date of an instant, `2026-11-21`. */
export function dateOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
