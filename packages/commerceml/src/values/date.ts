const longest = 60;

/**
 * A date of a file as ISO 8601: `2026-01-31`, or `2026-01-31T09:05:00` in 1C's local time, with a fraction of a second and a
 * zone where the file has them. Takes `2014-06-01T0:36:33`, `31.01.2026 9:05:00`, `2022-10-31UTC02:25:50`; a day is the same one
 * whatever zone is behind it, `2026-01-31+03:00`.
 * @returns `null` for 1C's empty date (the first day of year 1), `undefined` where the text is no date
 */
export function readDate(text: string): string | null | undefined {
  if (text.length > longest) return undefined;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(T|\s+|\s*UTC)(\S.*)|Z|[+-]\d{2}:\d{2})?$/.exec(text);
  const dotted = iso ? null : /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:(T|\s+)(\S.*))?$/.exec(text);
  const compact = iso || dotted ? null : /^(\d{4})(\d{2})(\d{2})(?:(T?)(\d{6}))?$/.exec(text);
  const found = iso ?? dotted ?? compact;
  if (!found) return undefined;
  const [first = '', second = '', third = ''] = found.slice(1, 4);
  const [year, month, day] = dotted ? [third, second, first] : [first, second, third];
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  if (year === '0001' || year === '0000') return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const [separator = '', rest] = found.slice(4, 6);
  if (rest === undefined) return date;
  const time = readTime(compact ? rest.replace(/(..)(..)(..)/, '$1:$2:$3') : rest);
  if (time === undefined) return undefined;
  return `${date}T${time}${separator.includes('UTC') && !/[Z+-]/.test(time) ? 'Z' : ''}`;
}

/** A time of day as `09:05:00`, with a fraction and a zone where the text has them. */
export function readTime(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const found = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})([.,]\d{1,9})?)?\s*(Z|UTC|[+-]\d{1,2}(?::?\d{2})?)?$/i.exec(
    text,
  );
  if (!found) return undefined;
  const [, hours = '', minutes = '', seconds = '0', fraction = '', zone = ''] = found;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const two = (part: string): string => part.padStart(2, '0');
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${fraction.replace(',', '.')}${readZone(zone)}`;
}

function readZone(zone: string): string {
  if (zone === '') return '';
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!found) return 'Z';
  const [, sign = '', hours = '', minutes = '00'] = found;
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year < 100 ? year + 2000 : year, month, 0)).getUTCDate();
}
