import {
  catalogueOf,
  type CatalogueQuery,
  fromSearchParams,
  type ShopCore,
  toSearchParams,
} from '@kontor/state';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where somebody was in a list: how much of it was loaded, and which product stood how far from the top. */
interface Place {
  readonly count: number;
  readonly id: string;
  readonly top: number;
}

/** What a place needs of its element. */
export interface PlaceOptions {
  shop: () => ShopCore | undefined;
  isOn: () => boolean;
  /** Products in view, in their order, each with its id as `data-id`. */
  rows: () => readonly HTMLElement[];
}

/** Milliseconds of rest after scrolling; browsers refuse to note every step. */
const rest = 250;
const own = /^(category|q|sort|f\..*)$/s;

/** Keeps the query in the page's address, and comes back to the same place after Back and reload. */
export class PlaceController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: PlaceOptions;
  #shop: ShopCore | undefined;
  #page = '';
  #stop: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isReturning = false;
  /** The list is still being brought back: the place noted before must not be overwritten. */
  #isRestoring = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: PlaceOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const shop = this.#options.isOn() ? this.#options.shop() : undefined;
    if (shop === this.#shop || !this.#host.isConnected) return;
    this.#leave();
    if (shop) this.#enter(shop);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  #enter(shop: ShopCore): void {
    this.#shop = shop;
    this.#page = location.pathname;
    const asked = fromSearchParams(new URLSearchParams(location.search));
    if (Object.keys(asked).length > 0) catalogueOf(shop).show(asked);
    else history.replaceState(history.state, '', addressOf(catalogueOf(shop).$query.get()));
    this.#stop = catalogueOf(shop).$query.listen((query) => this.#note(query));
    addEventListener('popstate', this.#handleReturn);
    addEventListener('pagehide', this.#keep);
    document.addEventListener('scroll', this.#handleScroll, { capture: true, passive: true });
    void this.#comeBack(shop);
  }

  #leave(): void {
    if (!this.#shop) return;
    this.#shop = undefined;
    this.#stop?.();
    clearTimeout(this.#timer);
    history.scrollRestoration = 'auto';
    removeEventListener('popstate', this.#handleReturn);
    removeEventListener('pagehide', this.#keep);
    document.removeEventListener('scroll', this.#handleScroll, { capture: true });
  }

  #note(query: CatalogueQuery): void {
    if (this.#isReturning || location.pathname !== this.#page) return;
    this.#keep();
    this.#isRestoring = false;
    history.pushState(stateWith(undefined), '', addressOf(query));
  }

  readonly #handleReturn = (): void => {
    if (!this.#shop || location.pathname !== this.#page) return;
    this.#isReturning = true;
    catalogueOf(this.#shop).show(fromSearchParams(new URLSearchParams(location.search)));
    this.#isReturning = false;
    void this.#comeBack(this.#shop);
  };

  readonly #handleScroll = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keep, rest);
  };

  /** Notes the place in the entry of the history that is current, beside whatever the page keeps there. */
  readonly #keep = (): void => {
    if (this.#isRestoring || location.pathname !== this.#page) return;
    const rows = this.#options.rows();
    const seen = rows.find((row) => row.getBoundingClientRect().bottom > 0);
    if (!seen) return;
    const place: Place = {
      count: rows.length,
      id: seen.dataset['id'] ?? '',
      top: Math.round(seen.getBoundingClientRect().top),
    };
    history.replaceState(stateWith(place), '');
  };

  async #comeBack(shop: ShopCore): Promise<void> {
    const place = placeOf(history.state);
    if (!place) return;
    // The browser would scroll before the list is there.
    history.scrollRestoration = 'manual';
    const query = catalogueOf(shop).$query.get();
    this.#isRestoring = true;
    await catalogueOf(shop).restore(place.count);
    await this.#host.updateComplete;
    await new Promise(requestAnimationFrame);
    if (catalogueOf(shop).$query.get() !== query) return;
    this.#isRestoring = false;
    const row = this.#options.rows().find(({ dataset }) => dataset['id'] === place.id);
    row?.style.setProperty('scroll-margin-top', `${String(place.top)}px`);
    row?.scrollIntoView({ block: 'start', behavior: 'instant' });
    row?.style.removeProperty('scroll-margin-top');
  }
}

/** The page's own address with a query; what others keep in it stays. */
function addressOf(query: CatalogueQuery): string {
  const url = new URL(location.href);
  for (const key of [...url.searchParams.keys()]) if (own.test(key)) url.searchParams.delete(key);
  for (const [key, value] of toSearchParams(query)) url.searchParams.append(key, value);
  return url.href;
}

const stateWith = (place: Place | undefined): object => ({
  ...(isObject(history.state) ? history.state : {}),
  kontorPlace: place,
});

function placeOf(state: unknown): Place | undefined {
  const place = isObject(state) ? state['kontorPlace'] : undefined;
  return isObject(place) && typeof place['count'] === 'number' ? (place as unknown as Place) : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
