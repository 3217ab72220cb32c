import type { ClientCore, Warehouse } from '@kontor/sdk';

import type { CartOptions, CartPart } from './cart-part.js';
import { createCart } from './cart.js';
import { createNewsroom, type Newsroom, type TabChannel, type TabLocks } from './news.js';
import { createPriceBoard, createStockBoard, type PriceBoard, type StockBoard } from './prices-and-stock.js';
import { ofBuyer } from './of-buyer.js';
import { createProducts, type ProductPart } from './product.js';
import type { Remote } from './remote.js';
import { resolveUrl } from './resolve-url.js';
import { createSession, type SessionPart } from './session.js';
import type { KeyValueStorage } from './storage.js';

/** What a card of goods needs of a shop; further parts are made when they are first used. */
export interface ShopCore {
  readonly session: SessionPart;
  readonly products: ProductPart;
  readonly prices: PriceBoard;
  readonly stock: StockBoard;
  /** Those from which goods come, nearest first. */
  readonly warehouses: Remote<readonly Warehouse[]>;
  readonly cart: CartPart;
  /** A further part: made at the first call, the same one ever after. */
  part<Part>(make: MakePart<Part>): Part;
  /** The full address of a picture or document, which the gateway tells relative to itself. */
  resolveUrl(url: string): string;
  /** Lets go of other tabs and of the gateway's events. */
  close(): void;
}

/** Makes a part of a shop. */
export type MakePart<Part> = (seams: ShopSeams) => Part;

/** What parts of a shop hold on to. */
export interface ShopSeams {
  readonly client: ClientCore;
  readonly session: SessionPart;
  readonly cart: CartPart;
  readonly newsroom: Newsroom;
  readonly storage: KeyValueStorage | undefined;
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
  /** Milliseconds over which pages ask for prices and stock that changed for all of them. @default 4000 */
  scatterOver?: number | undefined;
}

/** Makes the core of a shop over a client, for pages that weigh what they load. Two shops share nothing. */
export function createShopCore(
  client: ClientCore,
  {
    name = 'kontor',
    address = '',
    storage,
    openChannel,
    locks,
    keepToken,
    scatterOver,
    ...timing
  }: ShopOptions = {},
): ShopCore {
  const newsroom = createNewsroom(client, { name, openChannel, locks, scatterOver });
  const session = createSession(client, newsroom, {
    keepToken,
    beforeSwitch: () => cart.settled(),
  });
  const cart = createCart(client, session, newsroom, { storage, ...timing });
  const seams: ShopSeams = { client, session, cart, newsroom, storage };
  const parts = new Map<MakePart<unknown>, unknown>();
  return {
    session,
    products: createProducts(client, session),
    prices: createPriceBoard(client, session, newsroom),
    stock: createStockBoard(client, session, newsroom),
    warehouses: ofBuyer(session, (signal) => client.stock.warehouses({ signal })),
    cart,
    part<Part>(make: MakePart<Part>): Part {
      if (!parts.has(make)) parts.set(make, make(seams));
      return parts.get(make) as Part;
    },
    resolveUrl: (url) => resolveUrl(address, url),
    close: () => newsroom.close(),
  };
}
