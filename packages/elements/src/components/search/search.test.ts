import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorSearch } from './search.js';
import './search.js';

describe('<kontor-search>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('search')));
  afterEach(() => page.close());

  async function show(): Promise<KontorSearch> {
    const element = await page.show<KontorSearch>(html`<kontor-search with-shortcut></kontor-search>`);
    await until(() => find(element, 'input'));
    return element;
  }

  const field = (element: Element): HTMLInputElement => find<HTMLInputElement>(element, 'input')!;

  function type(element: Element, text: string): void {
    field(element).focus();
    field(element).value = text;
    field(element).dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  const press = (element: Element, key: string): void =>
    void field(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

  const options = (element: Element): string[] =>
    [...element.shadowRoot!.querySelectorAll('[role="option"]')].map((option) => textOf(option));

  const active = (element: Element): string => {
    const id = field(element).getAttribute('aria-activedescendant');
    return id ? textOf(element.shadowRoot!.getElementById(id)!) : '';
  };

  it('suggests articles first, then products', async () => {
    const element = await show();
    type(element, skus.packs);
    await until(() => options(element).length > 1);
    expect(options(element)[0]).to.include(skus.packs);
    expect(options(element).at(-1)).to.include('variants');
    expect(await violations(element)).to.deep.equal([]);
  });

  it('walks through suggestions by keys while the cursor stays', async () => {
    const element = await show();
    type(element, 'bolt');
    await until(() => options(element).length > 2);
    press(element, 'ArrowDown');
    await until(() => active(element) === options(element)[0]);
    press(element, 'End');
    await until(() => active(element) === options(element).at(-1));
    press(element, 'ArrowDown');
    await until(() => active(element) === '');
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
  });

  it('says what it searched instead of a typo', async () => {
    const element = await show();
    type(element, 'саморезз');
    await until(() => textOf(element).includes('Searched for “саморез”'));
    expect(options(element)).not.to.have.length(0);
  });

  it('shows results in the catalogue on Enter', async () => {
    const element = await show();
    type(element, 'nut m8');
    press(element, 'Enter');
    expect(page.shop.catalogue.$query.get()).to.deep.equal({ query: 'nut m8' });
    await until(() => field(element).getAttribute('aria-expanded') === 'false');
  });

  it('lets the page show results its own way', async () => {
    const element = await show();
    const searched: string[] = [];
    element.addEventListener('kontor-searched', (event) => {
      searched.push(event.detail.query);
      event.preventDefault();
    });
    type(element, 'nut');
    press(element, 'Enter');
    expect([searched, page.shop.catalogue.$query.get()]).to.deep.equal([['nut'], {}]);
  });

  it('leads to the results page of the host', async () => {
    const element = await show();
    element.resultsHref = '/results?lang=en';
    const wanted = new Promise<string>((resolve) => {
      const { navigation } = globalThis as unknown as { navigation: EventTarget };
      const stay = (event: Event): void => {
        event.preventDefault();
        resolve((event as Event & { destination: { url: string } }).destination.url);
      };
      navigation.addEventListener('navigate', stay, { once: true });
    });
    type(element, 'nut m8');
    press(element, 'Enter');
    expect(await wanted).to.equal(`${location.origin}/results?lang=en&q=nut+m8`);
  });

  it('drops the answer to what was typed before', async () => {
    const element = await show();
    type(element, 'bolt');
    await until(() => page.requests.some((path) => path.includes('suggest')));
    type(element, 'washer');
    await until(() => /washer/i.test(options(element).join()));
    expect(options(element).join()).not.to.match(/bolt din/i);
  });

  it('asks once for a word that is typed without a pause', async () => {
    const element = await show();
    for (const text of ['w', 'wa', 'was', 'wash', 'washer']) type(element, text);
    await until(() => options(element).length > 0);
    expect(page.requests.filter((path) => path.includes('suggest'))).to.have.length(1);
  });

  it('renders names and queries as text, whatever they hold', async () => {
    const element = await show();
    type(element, '<img src=x onerror=alert(1)> (');
    await until(() => find(element, '.news') && field(element).getAttribute('aria-expanded') === 'true');
    expect(find(element, 'img')).to.equal(undefined);
  });

  it('closes by Escape and is cleared by its button', async () => {
    const element = await show();
    type(element, 'nut');
    press(element, 'Enter');
    type(element, 'nut m');
    await until(() => options(element).length > 0);
    press(element, 'Escape');
    await until(() => options(element).length === 0);
    expect(field(element).value).to.equal('nut m');
    find<HTMLButtonElement>(element, 'button')!.click();
    await until(() => field(element).value === '');
    expect(page.shop.catalogue.$query.get()).to.deep.equal({});
  });

  it('takes the cursor when a slash is pressed', async () => {
    const element = await show();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, composed: true }));
    expect(element.shadowRoot!.activeElement).to.equal(field(element));
  });

  it('says so when the network is cut, and asks again', async () => {
    const element = await show();
    page.cut = /suggest/;
    type(element, 'bolt');
    await until(() => textOf(element).includes('No connection'));
    page.cut = undefined;
    type(element, 'bolt ');
    await until(() => options(element).length > 0);
  });

  it('follows the query of the catalogue', async () => {
    const element = await show();
    page.shop.catalogue.show({ query: 'rivet' });
    await until(() => field(element).value === 'rivet');
    page.shop.catalogue.show({});
    await until(() => field(element).value === '');
  });
});
