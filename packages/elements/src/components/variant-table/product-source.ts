import type { Option, Variant } from '@kontor/sdk';
import type { Loaded, Remote, ShopCore, VariantPages } from '@kontor/state';
import type { Product } from '@kontor/sdk';
import type { LitElement } from 'lit';
import type { ReadableAtom } from 'nanostores';

import { StoreController } from '../../base/store-controller.js';
import { optionsOf } from './option-filter.js';

/** Variants and options that a table shows, given to it or loaded. */
export interface ShownVariants {
  readonly variants: readonly Variant[];
  readonly options: readonly Option[];
  readonly name: string;
  readonly isComplete: boolean;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
}

/** What the page gives a table instead of letting it load. */
export interface GivenVariants {
  readonly product: string;
  readonly variants: readonly Variant[] | undefined;
  readonly options: readonly Option[] | undefined;
}

/** Loads a product's variants while its host is on the page. */
export class ProductSource {
  readonly #host: LitElement;
  readonly #pages: StoreController<Loaded<VariantPages>>;
  readonly #card: StoreController<Loaded<Product>>;
  #$pages: ReadableAtom<Loaded<VariantPages>> | undefined;
  #remote: Remote<Product> | undefined;
  #of: { shop: ShopCore | undefined; product: string } | undefined;
  #given: GivenVariants = { product: '', variants: undefined, options: undefined };
  #derived: { from: readonly Variant[]; options: readonly Option[] } | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    this.#pages = new StoreController(host, () => this.#$pages);
    this.#card = new StoreController(host, () => this.#remote?.$state);
  }

  /** Before a render: what is to be shown now. */
  choose(shop: ShopCore | undefined, given: GivenVariants): void {
    this.#given = given;
    if (this.#of?.shop === shop && this.#of?.product === given.product) return;
    this.#of = { shop, product: given.product };
    const loads = shop && given.product && !given.variants;
    this.#$pages = loads ? shop.products.variants(given.product) : undefined;
    this.#remote = loads && !given.options ? shop.products.product(given.product) : undefined;
  }

  /** Loads again after a failure; what is there stays. */
  retry(): void {
    this.#of = undefined;
    this.#host.requestUpdate();
  }

  get shown(): ShownVariants {
    const { variants, options } = this.#given;
    if (variants) return this.#ready(variants, options);
    const pages = this.#pages.value;
    const card = this.#card.value;
    const items = pages?.value?.items ?? [];
    const known = options ?? card?.value?.options;
    const isFailed = pages?.status === 'failed' || (known === undefined && card?.status === 'failed');
    return {
      variants: known ? items : [],
      options: known ?? [],
      name: card?.value?.name ?? '',
      isComplete: pages?.value?.isComplete ?? false,
      status: isFailed ? 'failed' : known && pages?.value ? 'ready' : 'loading',
      error: pages?.error ?? card?.error,
    };
  }

  #ready(variants: readonly Variant[], options: readonly Option[] | undefined): ShownVariants {
    if (this.#derived?.from !== variants) this.#derived = { from: variants, options: optionsOf(variants) };
    return {
      variants,
      options: options ?? this.#derived.options,
      name: '',
      isComplete: true,
      status: 'ready',
      error: undefined,
    };
  }
}
