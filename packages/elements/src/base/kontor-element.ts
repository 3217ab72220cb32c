import { ContextConsumer } from '@lit/context';
import type { ShopCore } from '@kontor/state';
import { LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { pageWords } from '../locale/page-words.js';
import type { Words } from '../locale/words.js';
import { baseStyles } from '../theme/base.styles.js';
import { shopScope } from './shop-scope.js';
import { StoreController } from './store-controller.js';
import { warnOnce } from './warn-once.js';

/**
 * What all elements share: the shop and the language of the nearest `<kontor-shop>`, or of the `shop` property, which wins.
 * Until both are there, an element keeps its place and shows nothing.
 */
export abstract class KontorElement extends LitElement {
  static override styles: CSSResultGroup = [baseStyles];

  /** A shop made by `createShop`; without it the nearest `<kontor-shop>` counts. */
  @property({ attribute: false }) shop: ShopCore | undefined;

  readonly #scope = new ContextConsumer(this, { context: shopScope, subscribe: true });
  readonly #words = new StoreController(this, () => this.#scope.value?.$words ?? pageWords());

  /** The shop that this element shows. */
  protected get currentShop(): ShopCore | undefined {
    return this.shop ?? this.#scope.value?.shop;
  }

  /** Texts and formats; only while rendering with {@link renderShop}. */
  protected get words(): Words {
    const words = this.#words.value;
    if (!words) throw new TypeError('Texts are there only while the element is rendered');
    return words;
  }

  protected override render(): unknown {
    const shop = this.currentShop;
    if (!shop) {
      this.#warnLater();
      return nothing;
    }
    const words = this.#words.value;
    if (!words) return nothing;
    if (this.lang !== words.locale) this.lang = words.locale;
    return this.renderShop(shop);
  }

  /** Renders with a shop and a language. */
  protected abstract renderShop(shop: ShopCore): TemplateResult | typeof nothing;

  /** Fires a bubbling event that crosses shadow roots. @returns false when it was cancelable and somebody canceled it */
  protected tell(event: Event): boolean {
    return this.dispatchEvent(event);
  }

  /** A page may define `<kontor-shop>` after its parts: only what stays without one is told. */
  #warnLater(): void {
    setTimeout(() => {
      if (this.isConnected && !this.currentShop)
        warnOnce(
          `<${this.localName}> has no shop: put it inside <kontor-shop base-url="…"> or set its shop.`,
        );
    }, 2000);
  }
}
