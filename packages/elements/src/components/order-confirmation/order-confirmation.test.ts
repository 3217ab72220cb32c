import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorOrderConfirmation } from './order-confirmation.js';
import './order-confirmation.js';

describe('<kontor-order-confirmation>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('confirmation')));
  afterEach(() => page.close());

  const show = (orderId: string): Promise<KontorOrderConfirmation> =>
    page.show(html`<kontor-order-confirmation order-id=${orderId}></kontor-order-confirmation>`);

  async function formerOrder(): Promise<{ id: string; number: string }> {
    await page.signIn('owner');
    const stop = page.shop.orders.$orders.listen(() => undefined);
    try {
      return await until(() => page.shop.orders.$orders.get().value?.items[0]);
    } finally {
      stop();
    }
  }

  it('finds the order of a page that knows only its id', async () => {
    const { id, number } = await formerOrder();
    const element = await show(id);
    await until(() => textOf(element).includes(number));
  });

  it('loads an order again after a cut network', async () => {
    const { id, number } = await formerOrder();
    page.cut = /orders\//;
    const element = await show(id);
    const retry = await until(() => find<HTMLButtonElement>(element, '[role=alert] button'));
    page.cut = undefined;
    retry.click();
    await until(() => textOf(element).includes(number));
  });

  it('breaks no rule of accessibility', async () => {
    const { id, number } = await formerOrder();
    const element = await show(id);
    await until(() => textOf(element).includes(number));
    expect(await violations(element)).to.deep.equal([]);
  });
});
