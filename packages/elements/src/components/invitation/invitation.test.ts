import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { password as demoPassword } from '../../../test/demo.js';
import { find, openPage, people, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorInvitation } from './invitation.js';
import './invitation.js';

describe('<kontor-invitation>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('invitation')));
  afterEach(() => page.close());

  /** The owner of a company invites somebody, and leaves. */
  async function invite(email: string): Promise<string> {
    await page.signIn('owner');
    await page.client.company.members.invite({ email, name: 'Новый сотрудник', role: 'buyer' });
    await page.shop.session.signOut();
    return page.tokenOfLetter(email);
  }
  async function show(token: string): Promise<KontorInvitation> {
    const element = await page.show<KontorInvitation>(
      html`<kontor-invitation token=${token}
        ><a slot="next" href="#catalog">To the catalogue</a></kontor-invitation
      >`,
    );
    await until(() => find(element, 'form'));
    return element;
  }
  function accept(element: Element, { name, password }: { name: string; password: string }): void {
    find<HTMLInputElement>(element, '[name=name]')!.value = name;
    find<HTMLInputElement>(element, '[name=password]')!.value = password;
    find<HTMLFormElement>(element, 'form')!.requestSubmit();
  }

  it('makes somebody new a buyer of the company', async () => {
    const element = await show(await invite('anna@new.example.test'));
    const told: string[] = [];
    for (const type of ['kontor-invitation-accepted', 'kontor-signed-in'] as const)
      element.addEventListener(type, ({ detail }) => told.push(detail.session?.person?.name ?? ''));
    accept(element, { name: 'Анна Ёлкина', password: 'a horse on the roof' });
    await until(() => textOf(element).includes('Welcome, Анна Ёлкина!'));
    expect(textOf(element)).to.match(/You order for .*СтройМастер/);
    expect(told).to.deep.equal(['Анна Ёлкина', 'Анна Ёлкина']);
    expect(page.shop.session.$can.get().fillCart).to.equal(true);
  });

  it('lets only who has the password into an account that exists', async () => {
    const element = await show(await invite(people.smallShop));
    accept(element, { name: 'Кто-то', password: 'not the right one' });
    await until(() => textOf(element).includes('has a password here already'));
    expect(page.shop.session.$session.get().value?.person).to.equal(null);
    accept(element, { name: 'Кто-то', password: demoPassword });
    await until(() => textOf(element).includes('Welcome,'));
    expect(textOf(element)).not.to.include('Кто-то');
  });

  it('offers to sign in where the invitation is over', async () => {
    const element = await show('kin_over');
    accept(element, { name: 'Анна', password: 'a horse on the roof' });
    await until(() => textOf(element).includes('accepted already'));
    expect(await until(() => find(element, 'kontor-sign-in'))).to.not.equal(undefined);
  });

  it('asks for a name and a password of some length', async () => {
    const element = await show('kin_any');
    accept(element, { name: ' ', password: 'short' });
    await until(() => textOf(element).includes('Your name and a password, please.'));
    expect(find(element, '[name=password]')?.getAttribute('aria-invalid')).to.equal('true');
    expect(page.requests).not.to.include('POST /v1/session/invitation');
    expect(await violations(element)).to.deep.equal([]);
  });
});
