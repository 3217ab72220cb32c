import { expect, test } from 'vitest';

import { resolveUrl } from './resolve-url.js';

test.each([
  [
    'https://b2b.example.com/gateway/',
    '/v1/pictures/a.svg',
    'https://b2b.example.com/gateway/v1/pictures/a.svg',
  ],
  ['https://b2b.example.com', 'pictures/a.svg', 'https://b2b.example.com/pictures/a.svg'],
  ['https://b2b.example.com', 'https://cdn.example.com/a.jpg', 'https://cdn.example.com/a.jpg'],
  ['https://b2b.example.com', '//cdn.example.com/a.jpg', '//cdn.example.com/a.jpg'],
  ['', '/v1/pictures/a.svg', '/v1/pictures/a.svg'],
  ['https://b2b.example.com', 'javascript:alert(1)', 'https://b2b.example.com/javascript:alert(1)'],
])('under %s finds %s', (address, url, expected) => {
  expect(resolveUrl(address, url)).toBe(expected);
});
