import { createIntegrationClient } from '@kontor/sdk/integration';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorExchangeJournal } from './exchange-journal.js';
import './exchange-journal.js';

describe('<kontor-exchange-journal>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('exchange-journal')));
  afterEach(() => page.close());

  const show = (): Promise<KontorExchangeJournal> =>
    page.show(html`<kontor-exchange-journal></kontor-exchange-journal>`);

  /** A run in which another system told of a company's balance, and of one that nobody knows. */
  async function push(): Promise<void> {
    const { secret: key } = await page.client.backoffice.createIntegrationKey('1C');
    const system = createIntegrationClient({ baseUrl: `${location.origin}/gateway/exchange-journal`, key });
    await system.setCompanyBalances(
      ['1c-cmp_stroymaster', 'nobody'].map((company) => ({
        company,
        currency: 'RUB',
        debt: '1.00',
        asOf: '2026-11-16T04:00:00Z',
      })),
    );
  }

  const runs = (element: KontorExchangeJournal): HTMLElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>('tr.run'),
  ];

  it('tells admins what an exchange changed, and what was wrong with which record', async () => {
    await page.signIn('admin');
    await push();
    const element = await show();
    const [run] = await until(() => (runs(element).length > 0 ? runs(element) : undefined));
    expect(textOf(run!)).to.match(/Balances of companies API · done .* 1 /);
    const button = run!.querySelector('button')!;
    button.click();
    await until(() => textOf(element).includes('nobody'));
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(await violations(element)).to.deep.equal([]);
    button.click();
    await until(() => !textOf(element).includes('nobody'));
  });

  it('opens a run by the keyboard alone', async () => {
    await page.signIn('admin');
    await push();
    const element = await show();
    const button = await until(() => find<HTMLButtonElement>(element, 'tr.run button'));
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => find(element, '.problems li'));
    expect(element.shadowRoot!.activeElement).to.equal(button);
  });

  it('says in the language of the page what could not be taken, and in which words the gateway told', async () => {
    await page.signIn('admin');
    await push();
    const element = await page.show<KontorExchangeJournal>(
      html`<kontor-exchange-journal></kontor-exchange-journal>`,
      'ru',
    );
    const button = await until(() => find<HTMLButtonElement>(element, 'tr.run button'));
    button.click();
    await until(() => textOf(element).includes('Такой компании в магазине нет'));
    expect(find(element, '.problems [lang=en]')?.textContent).to.equal('Row 2 was rejected');
    const shop = element.closest('kontor-shop')!;
    shop.messages = { 'exchange.refresh': 'Ещё раз' };
    shop.locale = 'de';
    await until(() => /Ещё раз.*Diese Firma kennt der Shop nicht/s.test(textOf(element)));
  });

  it('is narrowed by how an exchange ended', async () => {
    await page.signIn('admin');
    await push();
    const element = await show();
    const select = await until(() => find<HTMLSelectElement>(element, 'select'));
    select.value = 'failed';
    select.dispatchEvent(new Event('change'));
    await until(() => textOf(element).includes('No exchange like that'));
  });

  it('keeps the runs and says what failed when the network is cut', async () => {
    await page.signIn('admin');
    await push();
    const element = await show();
    await until(() => runs(element).length > 0);
    page.cut = /exchange\/runs/;
    find<HTMLButtonElement>(element, '.filters button')?.click();
    await until(() => textOf(element).includes('No connection'));
    expect(runs(element).length).to.be.greaterThan(0);
  });

  it('asks nothing for others than admins', async () => {
    const element = await show();
    await until(() => textOf(element).includes('Sign in to see the journal'));
    let asked = 0;
    element.addEventListener('kontor-sign-in-requested', () => (asked += 1));
    find<HTMLButtonElement>(element, 'button.primary')?.click();
    await page.signIn('owner');
    await until(() => textOf(element).includes('Only admins'));
    expect([asked, page.requests.some((path) => path.includes('exchange'))]).to.deep.equal([1, false]);
  });

  it('forgets what an admin saw when somebody else signs in', async () => {
    await page.signIn('admin');
    await push();
    const element = await show();
    await until(() => runs(element).length > 0);
    await page.signIn('owner');
    await until(() => textOf(element).includes('Only admins'));
    expect(runs(element)).to.deep.equal([]);
  });
});
