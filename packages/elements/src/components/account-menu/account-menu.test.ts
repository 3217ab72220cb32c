import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorAccountMenu } from './account-menu.js';
import './account-menu.js';

describe('<kontor-account-menu> and <kontor-sign-in>', () => {
  let page: TestPage;
  let element: KontorAccountMenu;

  beforeEach(async () => {
    page = openPage('account');
    element = await page.show(html`<kontor-account-menu></kontor-account-menu>`);
    await until(() => textOf(element).includes('Sign in'));
  });
  afterEach(() => page.close());

  const press = (selector: string): void => find<HTMLButtonElement>(element, selector)?.click();

  async function fillIn(email: string, password: string): Promise<void> {
    press('button[part=button]');
    const form = await until(() => find<HTMLFormElement>(element, 'form'));
    form.querySelector<HTMLInputElement>('[name=email]')!.value = email;
    form.querySelector<HTMLInputElement>('[name=password]')!.value = password;
    form.requestSubmit();
  }

  it('signs a visitor in and closes the form', async () => {
    await fillIn('buyer2@stroymaster.example.test', 'kontor-demo-2026');
    await until(() => page.shop.session.$session.get().value?.person);
    await until(() => !textOf(element).includes('Password'));
  });

  const ask = (): boolean =>
    element.parentElement!.dispatchEvent(
      new Event('kontor-sign-in-requested', { bubbles: true, cancelable: true }),
    );
  const isOpen = (): boolean => find<HTMLDialogElement>(element, 'dialog')?.open ?? false;

  it('lets a visitor in where another element asks', async () => {
    ask();
    await until(isOpen);
  });

  it('stays closed when the page has its own way', async () => {
    document.addEventListener('kontor-sign-in-requested', (event) => event.preventDefault(), { once: true });
    ask();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(isOpen()).to.equal(false);
  });

  it('says why signing in failed and keeps the e-mail', async () => {
    await fillIn('owner@stroymaster.example.test', 'wrong');
    await until(() => textOf(element).includes('This e-mail and password do not match'));
    expect(find<HTMLInputElement>(element, '[name=email]')?.value).to.equal('owner@stroymaster.example.test');
  });

  it('asks for what is missing before it asks the gateway', async () => {
    await fillIn('', '');
    await until(() => textOf(element).includes('E-mail and password, please'));
    expect(page.requests.some((path) => path.includes('sign-in'))).to.equal(false);
  });

  it('sends a link to a new password without telling who is known', async () => {
    press('button[part=button]');
    const email = await until(() => find<HTMLInputElement>(element, '[name=email]'));
    email.value = 'nobody@example.test';
    find<HTMLButtonElement>(element, '.below .link')?.click();
    await until(() => textOf(element).includes('If nobody@example.test is known here'));
  });

  it('leaves signing in to a page that wants to do it itself', async () => {
    element.addEventListener('kontor-sign-in-requested', (event) => event.preventDefault());
    press('button[part=button]');
    expect(find<HTMLDialogElement>(element, 'dialog')?.open).to.equal(false);
  });

  it('switches the company that is bought for', async () => {
    await page.shop.session.signIn({
      email: 'buyer2@stroymaster.example.test',
      password: 'kontor-demo-2026',
    });
    await until(() => find(element, '[popovertarget=menu]'));
    press('[popovertarget=menu]');
    const other = await until(() => find<HTMLButtonElement>(element, '.company[aria-pressed=false]'));
    const before = page.shop.session.$company.get()?.id;
    other.click();
    await until(() => page.shop.session.$company.get()?.id !== before);
  });

  it('signs out and tells the page', async () => {
    await page.signIn('owner');
    await until(() => find(element, '.out'));
    const told = new Promise((resolve) =>
      element.addEventListener('kontor-signed-out', resolve, { once: true }),
    );
    press('.out');
    await told;
    await until(() => textOf(element).includes('Sign in'));
  });

  it('stays open and says why signing out failed', async () => {
    await page.signIn('owner');
    await until(() => find(element, '.out'));
    press('[popovertarget=menu]');
    page.cut = /sign-out/;
    press('.out');
    await until(() => textOf(element).includes('No connection'));
    expect(page.shop.session.$session.get().value?.person).to.not.equal(undefined);
  });

  it('breaks no rule of accessibility with the form open', async () => {
    press('button[part=button]');
    await until(() => find(element, 'form'));
    expect(await violations(element)).to.deep.equal([]);
  });
});
