const first = Date.UTC(1000, 0, 1);
const last = Date.UTC(9999, 0, 1);

/** An instant as the database and every calendar take it: at most some thousand years from here. */
export const momentOf = (instant: string): Date =>
  new Date(Math.min(Math.max(Date.parse(instant), first), last));

/** A calendar date as the database takes it: there is no year 0. */
export const dayOf = (date: string): string => (date < '0001-01-01' ? '0001-01-01' : date);
