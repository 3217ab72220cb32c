import { Events } from './events.js';
import { Http } from './http.js';
import { completeOptions, type ClientOptions } from './options.js';
import { Carts } from './resources/carts.js';
import { Products, Variants } from './resources/catalog.js';
import { Prices, Stock } from './resources/prices.js';
import { Session } from './resources/session.js';
import { createTokenStore } from './token-store.js';

/** What a card of goods asks of a gateway; further resources are made when they are first used. */
export interface ClientCore {
  readonly session: Session;
  readonly products: Products;
  readonly variants: Variants;
  readonly prices: Prices;
  readonly stock: Stock;
  readonly carts: Carts;
  readonly events: Events;
  /** Further resources: made at the first call, the same ones ever after. */
  resources<Resources>(make: MakeResources<Resources>): Resources;
}

/** Makes resources of a client. */
export type MakeResources<Resources> = (seams: ClientSeams) => Resources;

/** What resources hold on to. */
export interface ClientSeams {
  readonly http: Http;
  readonly events: Events;
}

/** Makes the core of a client, for pages that weigh what they load. Clients share nothing: two on a page are two. */
export function createClientCore(given: ClientOptions): ClientCore {
  const options = completeOptions(given);
  const tokens = createTokenStore();
  const http = new Http(options, tokens);
  const events = new Events(http);
  const made = new Map<MakeResources<unknown>, unknown>();
  return {
    session: new Session(http, tokens, options),
    products: new Products(http),
    variants: new Variants(http),
    prices: new Prices(http, options),
    stock: new Stock(http, options),
    carts: new Carts(http),
    events,
    resources<Resources>(make: MakeResources<Resources>): Resources {
      if (!made.has(make)) made.set(make, make({ http, events }));
      return made.get(make) as Resources;
    },
  };
}
