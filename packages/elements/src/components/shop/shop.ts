import { ContextProvider } from '@lit/context';
import type { ShopCore } from '@kontor/state';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { atom } from 'nanostores';

import { define } from '../../base/define.js';
import { shopScope } from '../../base/shop-scope.js';
import { warnOnce } from '../../base/warn-once.js';
import { loadMessages } from '../../locale/load-messages.js';
import { createWords, type MessageChanges, type Words } from '../../locale/words.js';
import { openShop, type SessionMode } from './shop-client.js';

export type { SessionMode };

/**
 * The shop that all Kontor elements inside belong to. It draws nothing of its own.
 *
 * Session: a gateway of the page's own origin keeps it in a cookie, another one in a token of the tab; set `getToken` where the
 * page has tokens of its own.
 *
 * @summary Connects the elements inside with a gateway.
 * @status stable
 * @slot - Anything: elements find the nearest shop through any depth of markup.
 * @cssproperty --kontor-accent - The one colour of the host; everything else is neutral.
 */
export class KontorShop extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }

    :host([theme='light']) {
      color-scheme: light;
    }

    :host([theme='dark']) {
      color-scheme: dark;
    }

    :host([theme='auto']) {
      color-scheme: light dark;
    }

    :host([density='comfortable']) {
      --kontor-control: 44px;
      --kontor-row: 60px;
      --kontor-text: 15px;
    }

    :host([density='spacious']) {
      --kontor-control: 48px;
      --kontor-row: 72px;
      --kontor-text: 16px;
    }
  `;

  /** Address of the gateway, absolute or relative to the page. */
  @property({ attribute: 'base-url' }) baseUrl = '';

  /** Language of texts and formats: `ru`, `uk`, `en`, `de`, with a region if wanted. @default the page's `lang`, else `en` */
  @property({ reflect: true }) locale: string | undefined;

  /** `light`, `dark`, or `auto` for the reader's own choice. @default the page's `color-scheme` */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** How large controls and rows are. Touch screens get at least 44 px by themselves. @default 'compact' */
  @property({ reflect: true }) density: 'compact' | 'comfortable' | 'spacious' | undefined;

  /** Where the session is kept. @default 'cookie' on the gateway's own origin, else 'token' */
  @property() session: SessionMode | undefined;

  /** Gives tokens of the gateway, for pages that sign their buyers in themselves. */
  @property({ attribute: false }) getToken:
    (() => string | undefined | Promise<string | undefined>) | undefined;

  /** Changes to texts by key, over those of the language. */
  @property({ attribute: false }) messages: MessageChanges | undefined;

  readonly #provider = new ContextProvider(this, { context: shopScope });
  readonly #$words = atom<Words | undefined>(undefined);
  #given: ShopCore | undefined;
  #own: ShopCore | undefined;

  /** The shop; set one made by `createShop` to use it instead of `baseUrl`. */
  @property({ attribute: false })
  get shop(): ShopCore | undefined {
    return this.#given ?? this.#own;
  }

  set shop(shop: ShopCore | undefined) {
    const before = this.shop;
    this.#given = shop;
    this.requestUpdate('shop', before);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || changed.has('locale') || changed.has('messages')) void this.#loadWords();
    if (changed.has('baseUrl') || changed.has('session') || changed.has('getToken') || changed.has('shop'))
      this.#connect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved within the page: what was let go of on leaving is taken up again.
    if (this.hasUpdated && !this.shop) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A moved element comes back in the same task, and keeps its shop.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leave();
    });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #connect(): void {
    this.#leave();
    if (!this.#given && this.baseUrl) {
      try {
        this.#own = openShop({
          baseUrl: this.baseUrl,
          session: this.session,
          getToken: this.getToken,
          getLocale: () => this.#$words.get()?.locale.split('-')[0],
        });
      } catch {
        warnOnce(`<kontor-shop base-url="${this.baseUrl}"> is not the address of a gateway.`);
      }
    }
    const { shop } = this;
    this.#provider.setValue(shop && { shop, $words: this.#$words });
  }

  #leave(): void {
    this.#own?.close();
    this.#own = undefined;
  }

  async #loadWords(): Promise<void> {
    const wanted = this.locale || document.documentElement.lang || 'en';
    const { locale, messages } = await loadMessages(wanted);
    // Another language may have been chosen meanwhile.
    if (wanted === (this.locale || document.documentElement.lang || 'en'))
      this.#$words.set(createWords(locale, messages, this.messages));
    this.shop?.session.setLocale(locale);
  }
}

define('kontor-shop', KontorShop);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-shop': KontorShop;
  }
}
