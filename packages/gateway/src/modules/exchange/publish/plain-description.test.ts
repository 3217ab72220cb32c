import { expect, it } from 'vitest';

import { plainDescription, plainValue } from './plain-description.js';

it.each([
  ['a text', 'Болт < 5 мм & гайка\r\n\r\n\r\nОцинкован', 'Болт < 5 мм & гайка\n\nОцинкован'],
  ['HTML', '<p>Болт&nbsp;М5</p><ul><li>сталь</li></ul>', 'Болт М5\n\n• сталь'],
  ['HTML that was escaped once more', 'Болт&lt;br&gt;&lt;b&gt;М5&lt;/b&gt;', 'Болт\nМ5'],
  ['HTML in HTML', 'Болт<br />&lt;p&gt;М5&amp;nbsp;&lt; М6&lt;/p&gt;', 'Болт\nМ5 < М6'],
  ['a text with entities', '&laquo;Болт&raquo; &ndash; 5&deg;&hellip;', '«Болт» – 5°…'],
  ['a text with what is no entity', 'R&D; &unknown; AT&T', 'R&D; &unknown; AT&T'],
  [
    'what Bitrix keeps of HTML',
    'a:2:{s:4:"TEXT";s:26:"Болт <b>"М5"</b>";s:4:"TYPE";s:4:"HTML";}',
    'Болт "М5"',
  ],
  ['the same the other way round', 'a:2:{s:4:"TYPE";s:4:"TEXT";s:4:"TEXT";s:8:"Болт";}', 'Болт'],
  ['nothing of what else PHP keeps', 'a:1:{i:0;a:1:{s:5:"PRICE";i:360;}}', ''],
])('reads %s', (_name, description, text) => {
  expect(plainDescription(description)).toBe(text);
});

// Looked through from each of their beginnings, these take minutes.
it.each(['&lt;a ', '<a ', '<script>', '<!-- ', '<br ', '<li '])(
  'does not hang on %s again and again',
  (begun) => {
    expect(plainDescription(`${begun.repeat(2 ** 18)}Болт`)).toContain('Болт');
  },
);

it('puts a value into one line', () => {
  expect(plainValue('<p>сталь</p>\n<p>цинк</p>')).toBe('сталь цинк');
});
