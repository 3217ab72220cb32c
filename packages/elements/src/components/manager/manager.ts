import { companyOf, type ShopCore } from '@kontor/state';
import mail from 'lucide/dist/esm/icons/mail.mjs';
import messageCircle from 'lucide/dist/esm/icons/message-circle.mjs';
import phoneIcon from 'lucide/dist/esm/icons/phone.mjs';
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/account.js';
import { controlStyles } from '../../theme/control.styles.js';
import '../call-me/call-me.js';

/**
 * The person on the supplier's side: name, photo, how to reach them, and "call me". Shows nothing to visitors and to companies
 * without a manager of their own.
 *
 * @summary Shows the company's personal manager.
 * @status stable
 * @event {CallRequestEvent} kontor-call-request - Before a wish for a call is sent; cancelable.
 * @event {CallRequestedEvent} kontor-call-requested - The manager was told that a call is wanted.
 * @csspart card - The card.
 */
export class KontorManager extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    css`
      .card {
        display: grid;
        gap: var(--k-3);
        padding: 14px;
        border: 1px solid var(--k-line);
        border-radius: var(--k-radius-l);
      }

      .who {
        display: flex;
        gap: 10px;
        align-items: center;
      }

      .face {
        display: grid;
        flex: none;
        place-items: center;
        width: 40px;
        height: 40px;
        overflow: hidden;
        border-radius: 50%;
        background: var(--k-accent-tint);
        color: var(--k-accent);
        font-weight: var(--k-bold);
      }

      img {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }

      b {
        font-weight: var(--k-medium);
      }

      p {
        margin: 0;
        color: var(--k-soft);
        font-size: 13px;
      }

      .ways {
        display: flex;
        flex-wrap: wrap;
        gap: var(--k-2);
      }

      .ways > * {
        flex: 1 1 auto;
      }

      kontor-call-me::part(button) {
        width: 100%;
      }

      @media print {
        .ways > :not([href^='tel:']) {
          display: none;
        }

        .button {
          justify-content: start;
        }
      }
    `,
  ];

  readonly #company = new StoreController(this, () => companyOf(this.currentShop)?.details.$state);

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const manager = this.#company.value?.value?.manager;
    if (!manager) return nothing;
    const { words } = this;
    const { name, phone, email, messenger, photo } = manager;
    return html`<section class="card" part="card" aria-label=${words.t('manager.title')}>
      <div class="who">
        <span class="face" aria-hidden="true"
          >${photo ? html`<img src=${shop.resolveUrl(photo)} alt="" loading="lazy" />` : initials(name)}</span
        >
        <div>
          <b>${name}</b>
          <p>${words.t('manager.title')}</p>
        </div>
      </div>
      <div class="ways">
        <kontor-call-me .shop=${shop}>${words.t('manager.callMe')}</kontor-call-me>
        ${
          phone
            ? html`<a class="button" href="tel:${phone.replace(/[^+\d]/g, '')}"
                >${icon(phoneIcon)}<bdi dir="ltr">${phone}</bdi></a
              >`
            : nothing
        }
        ${email ? html`<a class="button" href="mailto:${email}">${icon(mail)}${words.t('manager.write')}</a>` : nothing}
        ${
          messenger && /^https?:/.test(messenger)
            ? html`<a class="button" href=${messenger} target="_blank" rel="noopener">
                ${icon(messageCircle)}${words.t('manager.chat')}
              </a>`
            : nothing
        }
      </div>
    </section>`;
  }
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toUpperCase();

define('kontor-manager', KontorManager);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-manager': KontorManager;
  }
}
