import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import { parseQuantity } from './parse-quantity.js';
import type { KontorQuantity } from './quantity.js';
import './quantity.js';

describe('<kontor-quantity>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('quantity')));
  afterEach(() => page.close());

  const rule = { min: '20', step: '20', max: '100', packs: [] };

  async function show(value = '40', locale = 'en'): Promise<KontorQuantity> {
    const element = await page.show<KontorQuantity>(
      html`<kontor-quantity .value=${value} .rule=${rule} label="bolts" name="quantity"></kontor-quantity>`,
      locale,
    );
    await until(() => field(element));
    return element;
  }

  const field = (element: Element): HTMLInputElement => element.shadowRoot!.querySelector('input')!;
  const buttons = (element: Element): HTMLButtonElement[] => [
    ...element.shadowRoot!.querySelectorAll('button'),
  ];

  function type(element: Element, text: string): void {
    field(element).value = text;
    field(element).dispatchEvent(new Event('input'));
  }

  it('goes by the steps of the ordering rule', async () => {
    const element = await show();
    buttons(element)[1]?.click();
    expect(element.value).to.equal('60');
    buttons(element)[0]?.click();
    buttons(element)[0]?.click();
    expect(element.value).to.equal('20');
  });

  it('goes to nothing below the minimum and not beyond the maximum', async () => {
    const element = await show('20');
    buttons(element)[0]?.click();
    expect(element.value).to.equal('0');
    element.value = '100';
    await element.updateComplete;
    buttons(element)[1]?.click();
    expect(element.value).to.equal('100');
  });

  it('goes up and down by the arrow keys', async () => {
    const element = await show();
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp' }));
    expect(element.value).to.equal('60');
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    expect(element.value).to.equal('40');
  });

  it('tells input while one types and change when it is done', async () => {
    const element = await show();
    const told: string[] = [];
    for (const name of ['input', 'change'])
      element.addEventListener(name, () => told.push(`${name} ${element.value}`));
    type(element, '1 200');
    field(element).dispatchEvent(new Event('change'));
    expect(told).to.deep.equal(['input 1200', 'change 1200']);
  });

  it('says what is no quantity, and comes back by Escape', async () => {
    const element = await show();
    type(element, 'many');
    await until(() => textOf(element).includes('A number, please'));
    expect(await violations(element)).to.deep.equal([]);
    field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    await until(() => field(element).value === '40');
  });

  it('is part of a form', async () => {
    const element = await page.show<HTMLFormElement>(
      html`<form><kontor-quantity value="60" name="quantity"></kontor-quantity></form>`,
    );
    const quantity = await until(() => element.querySelector('kontor-quantity'));
    await quantity.updateComplete;
    expect(new FormData(element).get('quantity')).to.equal('60');
    quantity.value = '80';
    await quantity.updateComplete;
    element.reset();
    await quantity.updateComplete;
    expect(new FormData(element).get('quantity')).to.equal('60');
  });

  it('writes and reads figures the way of the language', async () => {
    const element = await show('1200.5', 'de');
    expect(field(element).value).to.equal('1.200,5');
    type(element, '2.400,25');
    expect(element.value).to.equal('2400.25');
  });

  it('reads what people write', () => {
    const cases = [
      ['1 200', 'ru', '1200'],
      ['2,5', 'ru', '2.5'],
      ['2.5', 'ru', '2.5'],
      ['1.200', 'de', '1200'],
      ['1,200', 'en', '1200'],
      ['1,2', 'en', '1.2'],
      ['1’000', 'de-CH', '1000'],
      ['-5', 'en', undefined],
      ['1e3', 'en', undefined],
      ['', 'en', undefined],
      ['12345678901', 'en', undefined],
    ] as const;
    for (const [text, locale, quantity] of cases)
      expect(parseQuantity(text, locale), text).to.equal(quantity);
  });
});
