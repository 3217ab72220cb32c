import { declaration } from './commerceml-writer.js';
import { encode1251 } from './encode.js';
import { element, list, tag } from './xml-text.js';

/** What 1C offers its user to map: names by stable ids. */
export interface ExchangeInfo {
  readonly statuses: readonly InfoItem[];
  readonly payments: readonly InfoItem[];
  readonly deliveries: readonly InfoItem[];
}

export interface InfoItem {
  readonly id: string;
  readonly name: string;
}

/** What a site answers 1C's `mode=info` with. `Cтатусы` starts with a Latin letter: 1C looks for it so. */
export function writeInfo(
  { statuses, payments, deliveries }: ExchangeInfo,
  encoding: 'utf-8' | 'windows-1251' = 'utf-8',
): Uint8Array {
  const items = (name: string, of: readonly InfoItem[]): string =>
    list(name, of, ({ id, name: title }) => element('Элемент', tag('Ид', id) + tag('Название', title)));
  const content =
    items('\u0043татусы', statuses) +
    items('ПлатежныеСистемы', payments) +
    items('СлужбыДоставки', deliveries);
  const xml = `${declaration(encoding === 'utf-8' ? 'UTF-8' : encoding)}${element('Справочник', content)}\n`;
  return encoding === 'utf-8' ? new TextEncoder().encode(xml) : encode1251(xml, 'similar');
}
