import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorCallForm } from '../call-form/call-form.js';
import type { KontorCallMe } from './call-me.js';
import './call-me.js';

describe('<kontor-call-me> and <kontor-call-form>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('call-me')));
  afterEach(() => page.close());

  async function showButton(): Promise<KontorCallMe> {
    await page.signIn('owner');
    const element = await page.show<KontorCallMe>(
      html`<kontor-call-me sku=${skus.outOfStock}></kontor-call-me>`,
    );
    await until(() => find(element, 'button'));
    return element;
  }

  /** Opens the form behind the button. */
  async function open(element: KontorCallMe): Promise<KontorCallForm> {
    find<HTMLButtonElement>(element, 'button')?.click();
    return until(() => find<KontorCallForm>(element, 'dialog[open] kontor-call-form'));
  }

  const phoneOf = (form: KontorCallForm): HTMLInputElement => find<HTMLInputElement>(form, 'input')!;
  const send = (form: KontorCallForm): void => find<HTMLFormElement>(form, 'form')!.requestSubmit();

  async function showForm(): Promise<KontorCallForm> {
    const form = await page.show<KontorCallForm>(
      html`<kontor-call-form .about=${{ sku: skus.packs }}></kontor-call-form>`,
    );
    await until(() => textOf(form) !== '');
    return form;
  }

  it('opens a form that knows number, subject and manager', async () => {
    const form = await open(await showButton());
    await until(() => textOf(form).includes('will call you'));
    expect(textOf(form)).to.include(skus.outOfStock);
    expect(phoneOf(form).value).to.equal('+7 900 000-00-00');
    expect(form.matches(':focus-within')).to.equal(true);
  });

  it('tells who has the wish, to people and to the page', async () => {
    const element = await showButton();
    const told: unknown[] = [];
    element.addEventListener('kontor-call-requested', ({ detail }) => told.push(detail));
    const form = await open(element);
    find<HTMLTextAreaElement>(form, 'textarea')!.value = 'When is it back?';
    send(form);
    await until(() => /We have told .+ at \S*\+7 900 000-00-00/.test(textOf(form)));
    expect(told).to.deep.equal([
      {
        phone: '+7 900 000-00-00',
        note: 'When is it back?',
        about: { sku: skus.outOfStock },
        managerName: 'Игорь Савельев',
      },
    ]);
    expect(find(form, 'h2')?.matches(':focus')).to.equal(true);
  });

  it('sends nothing when the page cancels it', async () => {
    const element = await showButton();
    element.addEventListener('kontor-call-request', (event) => event.preventDefault());
    const form = await open(element);
    send(form);
    await form.updateComplete;
    expect(page.requests.filter((path) => path.includes('call-me'))).to.deep.equal([]);
  });

  it('asks for a number that can be called', async () => {
    await page.signIn('owner');
    const form = await showForm();
    phoneOf(form).value = 'call me';
    send(form);
    await until(() => textOf(form).includes('A phone number, please'));
    expect(phoneOf(form).matches(':focus[aria-invalid=true]')).to.equal(true);
    expect(page.requests.filter((path) => path.includes('call-me'))).to.deep.equal([]);
  });

  it('keeps what was written when the network is cut', async () => {
    await page.signIn('owner');
    const form = await showForm();
    find<HTMLTextAreaElement>(form, 'textarea')!.value = 'Urgent';
    page.cut = /call-me/;
    send(form);
    await until(() => textOf(form).includes('No connection'));
    expect(find<HTMLTextAreaElement>(form, 'textarea')?.value).to.equal('Urgent');
    page.cut = undefined;
    send(form);
    await until(() => textOf(form).includes('We have told'));
  });

  it('says that several wishes are enough', async () => {
    await page.signIn('smallShop');
    for (let times = 0; times < 5; times += 1)
      await page.client.company.callMe({ phone: '+7 900 000-00-00' });
    const form = await showForm();
    send(form);
    await until(() => textOf(form).includes('asked several times'));
  });

  it('closes by Escape, keeps the note and gives the focus back', async () => {
    const element = await showButton();
    find<HTMLButtonElement>(element, 'button')?.focus();
    const form = await open(element);
    find<HTMLTextAreaElement>(form, 'textarea')!.value = 'Later';
    const dialog = find<HTMLDialogElement>(element, 'dialog')!;
    dialog.requestClose();
    await until(() => !dialog.open);
    expect(find(element, 'button')?.matches(':focus')).to.equal(true);
    expect(find<HTMLTextAreaElement>(await open(element), 'textarea')?.value).to.equal('Later');
  });

  it('shows visitors no button, and in the form the way in', async () => {
    const button = await page.show(html`<kontor-call-me></kontor-call-me>`);
    await until(() => page.requests.includes('GET /v1/session'));
    expect(find(button, 'button')).to.equal(undefined);
    const form = await showForm();
    let asked = 0;
    form.addEventListener('kontor-sign-in-requested', () => (asked += 1));
    find<HTMLButtonElement>(form, 'button')?.click();
    expect(asked).to.equal(1);
  });

  it('breaks no rule of accessibility', async () => {
    const element = await showButton();
    const form = await open(element);
    expect(await violations(element)).to.deep.equal([]);
    phoneOf(form).value = '';
    send(form);
    await until(() => textOf(form).includes('A phone number, please'));
    expect(await violations(form)).to.deep.equal([]);
  });
});
