import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorAccessRequest } from './access-request.js';
import './access-request.js';

describe('<kontor-access-request>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('access-request')));
  afterEach(() => page.close());

  async function show(): Promise<KontorAccessRequest> {
    const element = await page.show<KontorAccessRequest>(
      html`<kontor-access-request></kontor-access-request>`,
    );
    await until(() => find(element, 'form'));
    return element;
  }
  function ask(element: Element, { name, contact }: { name: string; contact: string }): void {
    find<HTMLInputElement>(element, '[name=name]')!.value = name;
    find<HTMLInputElement>(element, '[name=contact]')!.value = contact;
    find<HTMLTextAreaElement>(element, 'textarea')!.value = 'ООО «Шуруп», саморезы';
    find<HTMLFormElement>(element, 'form')!.requestSubmit();
  }
  const sent = (): number => page.requests.filter((path) => path === 'POST /v1/access-requests').length;

  it('tells the supplier once, and the page', async () => {
    const element = await show();
    const told: unknown[] = [];
    element.addEventListener('kontor-access-requested', ({ detail }) => told.push(detail));
    ask(element, { name: 'Пётр Ёлкин', contact: '+7 900 111-22-33' });
    find<HTMLFormElement>(element, 'form')?.requestSubmit();
    await until(() => textOf(element).includes('We will answer to +7 900 111-22-33.'));
    expect(told).to.deep.equal([
      { name: 'Пётр Ёлкин', contact: '+7 900 111-22-33', message: 'ООО «Шуруп», саморезы' },
    ]);
    expect(sent()).to.equal(1);
    expect(element.matches(':focus-within')).to.equal(true);
  });

  it('says what is missing before anything is sent', async () => {
    const element = await show();
    ask(element, { name: ' ', contact: 'Пётр' });
    await until(() => textOf(element).includes('A name, please.'));
    expect(textOf(element)).to.include('A phone number or an e-mail, please.');
    expect([sent(), find(element, ':focus')?.id]).to.deep.equal([0, 'name']);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('keeps what was written when the network is cut', async () => {
    const element = await show();
    page.cut = /access-requests/;
    ask(element, { name: 'Анна', contact: 'anna@new.example.test' });
    await until(() => find(element, '.note.bad'));
    expect(find<HTMLInputElement>(element, '[name=contact]')?.value).to.equal('anna@new.example.test');
    page.cut = undefined;
    find<HTMLFormElement>(element, 'form')!.requestSubmit();
    await until(() => textOf(element).includes('Your request has arrived'));
  });

  it('sends nothing that the page prevents', async () => {
    const element = await show();
    element.addEventListener('kontor-access-request', (event) => event.preventDefault());
    ask(element, { name: 'Анна', contact: 'anna@new.example.test' });
    await element.updateComplete;
    expect(sent()).to.equal(0);
  });

  it('shows nothing to whoever is signed in', async () => {
    const element = await show();
    await page.signIn('owner');
    await until(() => textOf(element) === '');
  });
});
