import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { password as formerPassword } from '../../../test/demo.js';
import { find, openPage, people, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorPasswordReset } from './password-reset.js';
import './password-reset.js';

describe('<kontor-password-reset>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('password-reset')));
  afterEach(() => {
    page.close();
    history.replaceState(null, '', location.pathname + location.search);
  });

  const show = async (token?: string): Promise<KontorPasswordReset> => {
    const element = await page.show<KontorPasswordReset>(
      html`<kontor-password-reset></kontor-password-reset>`,
    );
    if (token !== undefined) element.token = token;
    await until(() => find(element, 'form'));
    await element.updateComplete;
    return element;
  };
  const inputOf = (element: Element): HTMLInputElement =>
    find<HTMLInputElement>(element, 'input:not([hidden])')!;
  function send(element: Element, value: string): void {
    inputOf(element).value = value;
    find<HTMLFormElement>(element, 'form')!.requestSubmit();
  }
  async function link(person: keyof typeof people): Promise<string> {
    await page.client.session.requestPasswordReset(people[person]);
    return page.tokenOfLetter(people[person]);
  }

  it('sets a password, once, and lets people sign in', async () => {
    const token = await link('smallShop');
    history.replaceState(null, '', `#token=${encodeURIComponent(token)}`);
    const element = await show();
    let changed = 0;
    element.addEventListener('kontor-password-changed', () => (changed += 1));
    send(element, 'a horse on the roof');
    await until(() => textOf(element).includes('The new password is set'));
    expect([changed, location.hash]).to.deep.equal([1, '']);

    const signIn = await until(() => find(element, 'kontor-sign-in'));
    await until(() => find(signIn, 'form'));
    await page.shop.session.signIn({ email: people.smallShop, password: 'a horse on the roof' });
    expect(page.shop.session.$session.get().value?.person?.email).to.equal(people.smallShop);
  });

  it('refuses short passwords before anything is sent', async () => {
    const element = await show('krs_anything');
    send(element, 'short');
    await element.updateComplete;
    expect(inputOf(element).getAttribute('aria-invalid')).to.equal('true');
    expect(element.matches(':focus-within')).to.equal(true);
    expect(page.requests).not.to.include('POST /v1/session/password-reset');
  });

  it('has a new link sent where the link is over', async () => {
    const element = await show('krs_used');
    send(element, 'a horse on the roof');
    await until(() => inputOf(element).type === 'email');
    expect(textOf(element)).to.include('This link is not valid any more');
    send(element, people.viewer);
    await until(() => textOf(element).includes('a link to a new password is on its way'));
    expect(await page.tokenOfLetter(people.viewer)).to.match(/^krs/);
    expect(textOf(element)).not.to.include('not valid any more');
  });

  it('asks for an e-mail where there is no link', async () => {
    const element = await show();
    expect(inputOf(element).type).to.equal('email');
    send(element, 'nobody');
    await element.updateComplete;
    expect(inputOf(element).getAttribute('aria-invalid')).to.equal('true');
    expect(await violations(element)).to.deep.equal([]);
  });

  it('takes a link that is opened in the same page', async () => {
    const element = await show();
    location.hash = 'token=krs_another';
    await until(() => inputOf(element).name === 'password');
  });

  it('keeps what was written when the network is cut', async () => {
    const element = await show(await link('competitor'));
    page.cut = /password-reset/;
    send(element, 'a horse on the roof');
    await until(() => find(element, '.note.bad'));
    expect(inputOf(element).value).to.equal('a horse on the roof');
    page.cut = undefined;
    find<HTMLFormElement>(element, 'form')!.requestSubmit();
    await until(() => textOf(element).includes('The new password is set'));
  });

  it('signs whoever was signed in here out', async () => {
    await page.signIn('requester');
    const element = await show(await link('requester'));
    send(element, formerPassword);
    await until(() => page.shop.session.$session.get().value?.person === null);
  });
});
