import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorBalance } from './balance.js';
import './balance.js';

describe('<kontor-balance>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('balance')));
  afterEach(() => page.close());

  const show = (locale?: string): Promise<KontorBalance> =>
    page.show(html`<kontor-balance></kontor-balance>`, locale);
  const rub = (amount: string) => ({ amount, currency: 'RUB' });
  const asOf = '2026-11-16T04:00:00Z';

  it('shows what is left of the limit, used and overdue', async () => {
    await page.signIn('owner');
    const element = await show();
    await until(() => textOf(element).includes('Available'));
    expect(textOf(element)).to.match(
      /as of .+ Available ₽317,600.00 Credit limit ₽500,000.00 Used ₽182,400.00 Overdue ₽24,300.00/,
    );
    expect(find(element, 'dd.bad')?.textContent).to.include('24,300.00');
  });

  it('says by how much a limit is exceeded', async () => {
    await page.signIn('owner');
    page.shop.company.balance.set({
      debt: rub('518900.00'),
      overdue: rub('0.00'),
      creditLimit: rub('500000.00'),
      available: rub('-18900.00'),
      asOf,
    });
    const element = await show();
    await until(() => textOf(element).includes('Over the limit by ₽18,900.00'));
    expect(find(element, 'dd.bad')).to.equal(undefined);
  });

  it('calls a negative debt what was paid in advance', async () => {
    await page.signIn('smallShop');
    const element = await show();
    await until(() => textOf(element).includes('Paid in advance ₽12,500.00'));
    expect(textOf(element)).not.to.include('Available');
  });

  it('keeps the figures and says what failed when the network is cut', async () => {
    await page.signIn('owner');
    const element = await show();
    await until(() => textOf(element).includes('Available'));
    page.cut = /balance/;
    await page.shop.company.balance.reload();
    await until(() => textOf(element).includes('No connection'));
    expect(textOf(element)).to.include('317,600.00');
    page.cut = undefined;
    find<HTMLButtonElement>(element, '[role=alert] button')?.click();
    await until(() => !textOf(element).includes('No connection'));
  });

  it('says that nothing is known', async () => {
    await page.signIn('competitor');
    const element = await show();
    await until(() => textOf(element).includes('No balance is known yet'));
  });

  it('asks visitors to sign in', async () => {
    const element = await show();
    await until(() => textOf(element).includes('Sign in to see your balance'));
    let asked = 0;
    element.addEventListener('kontor-sign-in-requested', () => (asked += 1));
    find<HTMLButtonElement>(element, 'button')?.click();
    expect(asked).to.equal(1);
  });

  it('asks nothing of the gateway for those who may not see it', async () => {
    await page.signIn('requester');
    const element = await show();
    await until(() => textOf(element).includes('You cannot see the balance'));
    expect(page.requests).not.to.include('GET /v1/company/balance');
  });

  it('shows nothing instead where the page wants that', async () => {
    await page.signIn('requester');
    const element = await page.show<KontorBalance>(html`<kontor-balance without-closed></kontor-balance>`);
    await until(() => page.shop.session.$session.get().value);
    await element.updateComplete;
    expect(textOf(element)).to.equal('');
  });

  it('reserves its place while it loads', async () => {
    await page.signIn('owner');
    const letGo = page.hold(/company\/balance/);
    const element = await show();
    const before = await until(() => find(element, '[role=status]') && element.offsetHeight);
    letGo();
    await until(() => textOf(element).includes('Available'));
    expect(Math.abs(element.offsetHeight - before)).to.be.lessThan(2);
  });

  it('breaks no rule of accessibility', async () => {
    await page.signIn('owner');
    const element = await show();
    await until(() => textOf(element).includes('Available'));
    expect(await violations(element)).to.deep.equal([]);
  });
});
