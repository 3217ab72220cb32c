// @ts-check
import { XMLParser } from 'fast-xml-parser';

/** @typedef {{ readonly markup: string }} Markup */

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** @param {string} text */
const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => escapes[/** @type {keyof typeof escapes} */ (sign)]);

/**
 * An element; nothing of it where its content is undefined.
 * @param {string} name
 * @param {string | number | boolean | readonly Markup[] | undefined} content
 * @param {Readonly<Record<string, string | number | boolean>>} [attributes]
 * @returns {Markup}
 */
export function element(name, content, attributes = {}) {
  if (content === undefined) return { markup: '' };
  const inside =
    typeof content === 'object' ? content.map(({ markup }) => markup).join('') : escaped(String(content));
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return { markup: `<${name}${told.join('')}>${inside}</${name}>` };
}

/**
 * A file of CommerceML as 1C writes it: UTF-8 with a byte order mark.
 * @param {'2.07' | '3.1'} version
 * @param {string} madeAt
 * @param {readonly Markup[]} children
 */
export function fileOf(version, madeAt, children) {
  const root = element('КоммерческаяИнформация', children, {
    xmlns: version === '3.1' ? 'urn:1C.ru:commerceml_3' : 'urn:1C.ru:commerceml_2',
    ВерсияСхемы: version,
    ДатаФормирования: madeAt,
  });
  return new TextEncoder().encode(`\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n${root.markup}`);
}

/** Elements of which there may be several. */
const lists = new Set([
  'Документ',
  'Контейнер',
  'Товар',
  'Контрагент',
  'ЗначениеРеквизита',
  'Налог',
  'Контакт',
]);
const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  isArray: (name) => lists.has(name),
});

/**
 * Reads a document in the encoding that it declares; texts stay texts.
 * @param {Uint8Array} bytes
 * @returns {Record<string, any>} what is inside of the root
 */
export function readXml(bytes) {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  const encoding = /encoding="([^"]+)"/.exec(start)?.[1] ?? 'utf-8';
  const read = parser.parse(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  const root = read['КоммерческаяИнформация'];
  if (root === undefined) throw new Error('Ответ сайта не содержит КоммерческаяИнформация');
  return root === '' ? {} : root;
}
