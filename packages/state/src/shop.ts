import type { Client } from '@kontor/sdk';

import type { CartOptions, CartPart } from './cart-part.js';
import { createCart } from './cart.js';
import { createCatalogue, type CataloguePart } from './catalogue.js';
import { createCheckout, type CheckoutPart } from './checkout.js';
import { createNewsroom, type TabChannel, type TabLocks } from './news.js';
import { createOrders, type OrdersPart } from './orders.js';
import { createPriceBoard, createStockBoard, type PriceBoard, type StockBoard } from './prices-and-stock.js';
import { createProducts, type ProductPart } from './product.js';
import { resolveUrl } from './resolve-url.js';
import { createSession, type SessionPart } from './session.js';
import type { KeyValueStorage } from './storage.js';

/** A shop without a face: stores to read and verbs to call. Each part starts with its first listener and ends with its last. */
export interface Shop {
  readonly session: SessionPart;
  readonly catalogue: CataloguePart;
  readonly products: ProductPart;
  readonly prices: PriceBoard;
  readonly stock: StockBoard;
  readonly cart: CartPart;
  readonly checkout: CheckoutPart;
  readonly orders: OrdersPart;
  /** The full address of a picture or document, which the gateway tells relative to itself. */
  resolveUrl(url: string): string;
  /** Lets go of other tabs and of the gateway's events. */
  close(): void;
}

/** What a shop is given by the place where it runs; without any of it the shop is alone and forgets. */
export interface ShopOptions extends Omit<CartOptions, 'storage'> {
  /** Same for all tabs of one shop; the gateway's address, for example. @default 'kontor' */
  name?: string;
  /** The gateway's address, which its relative addresses belong to. @default '' the page's own */
  address?: string;
  /** Keeps unsaved edits and the intent to order over a reload; `sessionStorage` fits. */
  storage?: KeyValueStorage | undefined;
  /** Opens a line to other tabs: `(name) => new BroadcastChannel(name)`. */
  openChannel?: ((name: string) => TabChannel) | undefined;
  /** Lets one tab follow the gateway's events for all: `navigator.locks`. */
  locks?: TabLocks | undefined;
  /** Keeps the session's token over reloads where no cookie does; undefined forgets it. */
  keepToken?: ((token: string | undefined) => void) | undefined;
}

/**
 * Makes a shop over a client. Two shops share nothing.
 *
 * @example
 * const shop = createShop(createClient({ baseUrl: 'https://b2b.example.com' }));
 * await shop.session.signIn({ email, password });
 * shop.cart.$cart.subscribe(({ summary }) => console.log(summary?.totals?.total));
 * shop.cart.setQuantity('DIN933-8.8-M8X40-ZN', '20');
 */
export function createShop(
  client: Client,
  { name = 'kontor', address = '', storage, openChannel, locks, keepToken, ...timing }: ShopOptions = {},
): Shop {
  const newsroom = createNewsroom(client, { name, openChannel, locks });
  const session = createSession(client, newsroom, {
    keepToken,
    beforeSwitch: () => cart.settled(),
  });
  const cart = createCart(client, session, newsroom, { storage, ...timing });
  return {
    session,
    catalogue: createCatalogue(client, session),
    products: createProducts(client, session),
    prices: createPriceBoard(client, session),
    stock: createStockBoard(client, session),
    cart,
    checkout: createCheckout(client, session, cart, newsroom, storage),
    orders: createOrders(client, session, newsroom),
    resolveUrl: (url) => resolveUrl(address, url),
    close: () => newsroom.close(),
  };
}
