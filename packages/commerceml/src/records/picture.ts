import type { Row } from '../reader/row.js';
import { detach } from '../values/text.js';
import type { Requisite } from './requisite.js';

export interface Picture {
  /** Path inside the exchange, `import_files/ab/ab12.jpg`. */
  readonly path: string;
  /** What the requisite `ОписаниеФайла` says of it. */
  readonly title: string | undefined;
}

/** An empty element says that there are no pictures; none at all says nothing. */
export function readPictures(
  row: Row,
  requisites: readonly Requisite[] | undefined,
): readonly Picture[] | undefined {
  const found = row.element.all('Картинка');
  if (found.length === 0) return undefined;
  const titles = titlesOf(row, requisites);
  return found
    .map(({ text }) => detach(text.trim()))
    .filter((path) => path !== '')
    .map((path) => ({ path, title: titles.get(path) }));
}

function titlesOf(row: Row, requisites: readonly Requisite[] | undefined): Map<string, string> {
  const key = row.known.key('ОписаниеФайла');
  const values =
    requisites?.filter(({ name }) => row.known.key(name) === key).flatMap((each) => each.values) ?? [];
  return new Map(
    values
      .filter((value) => value.includes('#'))
      .map(
        (value) => [value.slice(0, value.indexOf('#')), detach(value.slice(value.indexOf('#') + 1))] as const,
      ),
  );
}
