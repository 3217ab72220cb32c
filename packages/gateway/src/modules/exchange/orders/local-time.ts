/** A moment as 1C writes it: date and time of day of a zone, `2026-01-15T10:00:00`. */
export function localTime(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/**
 * The moment of a local time, or of a time with its own zone. A time that a change of clocks leaves out is an hour off at most.
 * @returns undefined where the text is no ISO 8601 date
 */
export function momentOf(text: string, timeZone: string): Date | undefined {
  const full = text.includes('T') ? text : `${text}T00:00:00`;
  const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(full);
  const asUtc = new Date(hasZone ? full : `${full}Z`);
  if (Number.isNaN(asUtc.getTime())) return undefined;
  if (hasZone) return asUtc;
  // The second step takes the offset where the first one arrived.
  const first = new Date(asUtc.getTime() - offsetAt(asUtc, timeZone));
  return new Date(asUtc.getTime() - offsetAt(first, timeZone));
}

function offsetAt(moment: Date, timeZone: string): number {
  const whole = Math.floor(moment.getTime() / 1000) * 1000;
  return new Date(`${localTime(new Date(whole), timeZone)}Z`).getTime() - whole;
}
