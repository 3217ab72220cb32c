import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { find, openPage, skus, textOf, until, violations, type TestPage } from '../../../test/page.js';
import type { KontorOrder } from '../order/order.js';
import '../order/order.js';
import type { KontorOrders } from './orders.js';
import './orders.js';

describe('<kontor-orders> and <kontor-order>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('orders')));
  afterEach(() => page.close());

  async function showOrders(): Promise<KontorOrders> {
    await page.signIn('owner');
    const element = await page.show<KontorOrders>(html`<kontor-orders></kontor-orders>`);
    await until(() => rows(element).length > 5);
    return element;
  }

  const rows = (element: KontorOrders): string[] =>
    [...element.shadowRoot!.querySelectorAll('tbody tr')].map(textOf).filter((text) => text.startsWith('K-'));

  /** Places an order past the elements. */
  async function placeOrder(): Promise<string> {
    const cart = await page.client.carts.current();
    await page.client.carts.clear(cart.id);
    await page.client.carts.setLines(cart.id, [{ sku: skus.packs, quantity: '20' }]);
    const [method] = await page.client.delivery.methods();
    const checkout = await page.client.checkout.start(cart.id);
    const { id, totals } = await page.client.checkout.update(checkout.id, {
      delivery: { methodId: method?.id ?? '', warehouseId: method?.warehouseIds[0] ?? '' },
    });
    const order = await page.client.checkout.place(id, {
      amount: totals?.total ?? '',
      currency: totals?.currency ?? '',
    });
    return order.id;
  }

  it('lists orders with status, person, channel and sum', async () => {
    const element = await showOrders();
    const text = textOf(element);
    expect(text)
      .to.match(/K-\d{6}/)
      .and.to.match(/₽/);
    expect(text).to.match(/by the manager|by phone|from 1C/);
    expect(await violations(element)).to.deep.equal([]);
  });

  it('narrows them by status and by number', async () => {
    const element = await showOrders();
    const select = find<HTMLSelectElement>(element, 'select')!;
    select.value = 'canceled';
    select.dispatchEvent(new Event('change'));
    await until(() => rows(element).length > 0 && rows(element).every((row) => row.includes('canceled')));
    const search = find<HTMLInputElement>(element, 'input')!;
    search.value = 'no such number';
    search.dispatchEvent(new Event('input'));
    await until(() => textOf(element).includes('No order like that'));
    page.shop.orders.filter({});
  });

  it('tells the page which order was chosen', async () => {
    const element = await showOrders();
    const chosen: string[] = [];
    element.addEventListener('kontor-order-selected', ({ detail }) => chosen.push(detail.orderId));
    find<HTMLButtonElement>(element, 'tbody button')?.click();
    expect(chosen).to.deep.equal([page.shop.orders.$orders.get().value?.items[0]?.id]);
  });

  it('lets a visitor who follows a link to an order sign in, and shows it then', async () => {
    await page.signIn('owner');
    const { items } = await page.client.orders.list({ limit: 1 });
    const [{ id, number } = { id: '', number: '' }] = items;
    await page.shop.session.signOut();
    const element = await page.show<KontorOrder>(html`<kontor-order order-id=${id}></kontor-order>`);
    await until(() => textOf(element).includes('Sign in to see your orders'));
    let asked = 0;
    element.addEventListener('kontor-sign-in-requested', () => (asked += 1));
    find<HTMLButtonElement>(element, 'button.primary')?.click();
    await page.signIn('owner');
    await until(() => textOf(element).includes(number));
    expect(asked).to.equal(1);
  });

  it('keeps the list and says what failed when the network is cut', async () => {
    const element = await showOrders();
    page.cut = /orders/;
    await page.shop.orders.reload();
    await until(() => textOf(element).includes('No connection'));
    expect(rows(element).length).to.be.greaterThan(5);
  });

  it('asks visitors to sign in', async () => {
    const element = await page.show(html`<kontor-orders></kontor-orders>`);
    await until(() => textOf(element).includes('Sign in to see your orders'));
  });

  it('shows an order with lines, history and its invoice', async () => {
    await page.signIn('owner');
    const id = await placeOrder();
    const element = await page.show<KontorOrder>(html`<kontor-order order-id=${id}></kontor-order>`);
    await until(() => textOf(element).includes('Order K-'));
    expect(textOf(element)).to.include(skus.packs).and.include('placed');
    await until(() => /Invoice/.test(textOf(element)));
    expect(await violations(element)).to.deep.equal([]);
  });

  it('tells number and date of a document without a file', async () => {
    await page.signIn('owner');
    const id = await placeOrder();
    const order = await page.client.orders.get(id);
    const told = { kind: 'taxInvoice', number: 'СФ-7', date: '2026-11-02', status: 'noFile' } as const;
    const { order: read } = page.shop.orders;
    page.shop.orders.order = (each) => {
      const remote = read(each);
      remote.set({ ...order, documents: [{ ...told, id: 'doc_7', mediaType: 'application/pdf' }] });
      return remote;
    };
    const element = await page.show<KontorOrder>(html`<kontor-order order-id=${id}></kontor-order>`);
    const line = await until(() => find(element, '.documents p'));
    expect(textOf(line)).to.match(/СФ-7 · Nov 2/);
    expect(find(element, '.documents button:disabled')).to.equal(undefined);
    page.shop.orders.order = read;
  });

  it('cancels an order after asking, and tells the page', async () => {
    await page.signIn('owner');
    const id = await placeOrder();
    const element = await page.show<KontorOrder>(html`<kontor-order order-id=${id}></kontor-order>`);
    const dialog = await until(() => find<HTMLDialogElement>(element, 'dialog'));
    const told: string[] = [];
    element.addEventListener('kontor-order-canceled', ({ detail }) => told.push(detail.order.status));
    dialog.showModal();
    find<HTMLButtonElement>(element, 'button[value=cancel]')?.click();
    await until(() => textOf(element).includes('canceled'));
    expect(told).to.deep.equal(['canceled']);
  });

  it('says that an order is not there', async () => {
    await page.signIn('owner');
    const element = await page.show(html`<kontor-order order-id="nothing"></kontor-order>`);
    await until(() => textOf(element).includes('This is not here any more'));
  });
});
