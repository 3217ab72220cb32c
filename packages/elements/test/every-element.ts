import { html, type TemplateResult } from 'lit';

import '../src/index.js';
import { products } from './demo.js';
import { find, skus, until, type TestPage } from './page.js';

/** An element in a state that it has something to say in. */
export interface Scene {
  readonly name: string;
  readonly content: TemplateResult;
  /** What somebody does before one looks. */
  readonly act?: (element: HTMLElement) => Promise<void>;
}

const press =
  (selector: string) =>
  async (element: HTMLElement): Promise<void> =>
    (await until(() => find<HTMLElement>(element, selector))).click();

async function write(element: HTMLElement, text: string): Promise<void> {
  const field = await until(() => find<HTMLInputElement>(element, 'input'));
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

/** What visitors see. */
export const visitorScenes: readonly Scene[] = [
  { name: 'sign-in', content: html`<kontor-sign-in></kontor-sign-in>`, act: press('button.primary') },
  {
    name: 'password-reset',
    content: html`<kontor-password-reset token="krs_a"></kontor-password-reset>`,
    act: press('button.primary'),
  },
  { name: 'password-reset without a link', content: html`<kontor-password-reset></kontor-password-reset>` },
  {
    name: 'invitation',
    content: html`<kontor-invitation token="kin_a"></kontor-invitation>`,
    act: press('button.primary'),
  },
  {
    name: 'access-request',
    content: html`<kontor-access-request></kontor-access-request>`,
    act: press('button.primary'),
  },
  { name: 'invitation that is over', content: html`<kontor-invitation></kontor-invitation>` },
  { name: 'account-menu', content: html`<kontor-account-menu></kontor-account-menu>`, act: press('button') },
  { name: 'catalog', content: html`<kontor-catalog></kontor-catalog>` },
  { name: 'product', content: html`<kontor-product product=${products.bolts}></kontor-product>` },
  { name: 'price', content: html`<kontor-price sku=${skus.tiers} with-tiers></kontor-price>` },
  { name: 'stock', content: html`<kontor-stock sku=${skus.tiers}></kontor-stock>` },
  { name: 'add-to-cart', content: html`<kontor-add-to-cart sku=${skus.tiers}></kontor-add-to-cart>` },
  { name: 'cart', content: html`<kontor-cart></kontor-cart>` },
  { name: 'checkout', content: html`<kontor-checkout></kontor-checkout>` },
  { name: 'orders', content: html`<kontor-orders></kontor-orders>` },
  { name: 'balance', content: html`<kontor-balance></kontor-balance>` },
  { name: 'call-form', content: html`<kontor-call-form></kontor-call-form>` },
];

/** What the owner of a company sees whose cart has lines with and without trouble. @param orderId one of the company's orders */
export const ownerScenes = (orderId: string): readonly Scene[] => [
  {
    name: 'account-menu',
    content: html`<kontor-account-menu></kontor-account-menu>`,
    act: press('[popovertarget]'),
  },
  {
    name: 'agreement-switcher',
    content: html`<kontor-agreement-switcher></kontor-agreement-switcher>`,
    act: press('[popovertarget]'),
  },
  {
    name: 'location-picker',
    content: html`<kontor-location-picker></kontor-location-picker>`,
    act: press('[popovertarget]'),
  },
  { name: 'manager', content: html`<kontor-manager></kontor-manager>` },
  {
    name: 'call-me',
    content: html`<kontor-call-me sku=${skus.outOfStock}></kontor-call-me>`,
    act: press('button'),
  },
  { name: 'call-form', content: html`<kontor-call-form></kontor-call-form>` },
  { name: 'balance', content: html`<kontor-balance></kontor-balance>` },
  { name: 'sign-in', content: html`<kontor-sign-in></kontor-sign-in>` },
  {
    name: 'search',
    content: html`<kontor-search with-shortcut></kontor-search>`,
    act: (element) => write(element, 'болт'),
  },
  {
    name: 'search without results',
    content: html`<kontor-search></kontor-search>`,
    act: (element) => write(element, 'qqqqqq'),
  },
  { name: 'category-tree', content: html`<kontor-category-tree></kontor-category-tree>` },
  { name: 'facets', content: html`<kontor-facets></kontor-facets>` },
  ...(['list', 'table', 'tiles'] as const).map((view) => ({
    name: `catalog as ${view}`,
    content: html`<kontor-catalog .view=${view}></kontor-catalog>`,
    act: async (element: HTMLElement) => {
      // The reader's own choice wins over the attribute: it is remembered.
      (element as HTMLElement & { view: string }).view = view;
    },
  })),
  {
    name: 'product',
    content: html`<kontor-product product=${products.bolts}>
      <kontor-manager slot="manager"></kontor-manager>
    </kontor-product>`,
  },
  { name: 'product that is gone', content: html`<kontor-product product="prd_gone"></kontor-product>` },
  {
    name: 'variant-table',
    content: html`<kontor-variant-table product=${products.bolts}></kontor-variant-table>`,
    act: press('.filters button'),
  },
  { name: 'analogues', content: html`<kontor-analogues sku=${skus.outOfStock}></kontor-analogues>` },
  ...Object.entries(skus).map(([name, sku]) => ({
    name: `card ${name}`,
    content: html`<div>
      <kontor-price sku=${sku} with-tiers></kontor-price>
      <kontor-stock sku=${sku} all-warehouses></kontor-stock>
      <kontor-quantity></kontor-quantity>
      <kontor-add-to-cart sku=${sku}></kontor-add-to-cart>
    </div>`,
  })),
  { name: 'mini-cart', content: html`<kontor-mini-cart href="#cart"></kontor-mini-cart>` },
  { name: 'cart', content: html`<kontor-cart></kontor-cart>` },
  {
    name: 'checkout',
    content: html`<kontor-checkout></kontor-checkout>`,
    act: async (element) => {
      await press('[name=method]')(element);
      find<HTMLFormElement>(element, 'form')?.requestSubmit();
    },
  },
  { name: 'orders', content: html`<kontor-orders></kontor-orders>` },
  { name: 'order', content: html`<kontor-order order-id=${orderId}></kontor-order>` },
  {
    name: 'order-confirmation',
    content: html`<kontor-order-confirmation order-id=${orderId}></kontor-order-confirmation>`,
  },
];

/** Puts lines into the cart, some of which have a problem, and answers an order of the company. */
export async function prepareOwner({ shop, client, signIn }: TestPage): Promise<string> {
  await signIn('owner');
  shop.cart.$lines.listen(() => undefined);
  await until(() => shop.cart.$cart.get().status === 'ready');
  shop.cart.setLines([
    { sku: skus.packs, quantity: '50' },
    { sku: skus.outOfStock, quantity: '100' },
    { sku: skus.withoutPrice, quantity: '1' },
    { sku: skus.tiers, quantity: '2000' },
  ]);
  await shop.cart.settled();
  const { items } = await client.orders.list();
  return items[0]?.id ?? '';
}
