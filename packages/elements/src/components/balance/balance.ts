import type { Balance, Money } from '@kontor/sdk';
import { companyOf, type ShopCore } from '@kontor/state';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { renderClosed } from '../../base/render-closed.js';
import { StoreController } from '../../base/store-controller.js';
import { styled } from '../../base/styled.js';
import '../../locale/en/balance.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { balanceStyles } from './balance.styles.js';

/**
 * What the company owes and may still owe, as its supplier's accounting told: what is left of the credit limit, what of it is used,
 * what is overdue, and since when that is known.
 *
 * @summary Shows credit limit, debt and what is overdue.
 * @status stable
 * @slot empty - Instead of the sentence where no balance is known.
 * @slot footer - Under the figures: a way to the documents, for example.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart card - The card.
 * @csspart available - What is left of the limit.
 */
export class KontorBalance extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    balanceStyles,
  ];

  /** Shows nothing to visitors and to those who may not see the balance, instead of saying so. */
  @property({ type: Boolean, attribute: 'without-closed' }) withoutClosed = false;

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #balance = new StoreController(this, () =>
    this.#maySee ? companyOf(this.currentShop)?.balance.$state : undefined,
  );

  get #maySee(): boolean {
    return this.#session.value?.value?.can.seeBalance ?? false;
  }

  protected override renderShop(shop: ShopCore): TemplateResult | typeof nothing {
    const { words } = this;
    const session = this.#session.value?.value;
    if (session && !this.#maySee)
      return this.withoutClosed ? nothing : this.#renderClosed(session.person === null);
    if (!session && this.withoutClosed) return nothing;
    const { status, value, error } = this.#balance.value ?? {
      status: 'loading',
      value: undefined,
      error: undefined,
    };
    return html`<section
      class="card ${status === 'loading' && value ? 'loading' : ''}"
      part="card"
      aria-labelledby="title"
      aria-busy=${status === 'loading'}
    >
      <header>
        <h2 id="title">${words.t('balance.title')}</h2>
        ${value ? html`<small>${words.t('balance.asOf', { date: words.dateTime(value.asOf) })}</small>` : nothing}
      </header>
      ${
        value
          ? this.#renderFigures(value)
          : value === null
            ? html`<slot name="empty"><p class="state">${words.t('balance.unknown')}</p></slot>`
            : status === 'failed'
              ? nothing
              : this.#renderBones()
      }
      <div role="alert">
        ${
          status === 'failed'
            ? html`<div class="note bad">
                <span class="grow">${words.problem(error)}</span>
                <button @click=${() => void companyOf(shop).balance.reload()}>
                  ${words.t('common.retry')}
                </button>
              </div>`
            : nothing
        }
      </div>
      <slot name="footer"></slot>
    </section>`;
  }

  #renderFigures({ debt, overdue, creditLimit, available }: Balance): TemplateResult {
    const { words } = this;
    const money = ({ amount, currency }: Money): string => words.money(amount, currency);
    const isOver = available !== null && isNegative(available);
    const isAhead = isNegative(debt);
    const row = (name: string, value: string, tone = ''): TemplateResult =>
      html`<dt class=${tone}>${name}</dt>
        <dd class=${tone}>${value}</dd>`;
    return html`<div class="figures">
      ${
        available === null || creditLimit === null
          ? nothing
          : html`<div>
              <p class="free" part="available">
                <span class=${isOver ? 'bad' : ''}
                  >${words.t(isOver ? 'balance.over' : 'balance.available')}</span
                ><b class=${isOver ? 'bad' : ''}>${money(isOver ? opposite(available) : available)}</b>
              </p>
              <div class="bar ${isOver ? 'over' : ''}" aria-hidden="true">
                <i ${styled('width', shareOf(debt, creditLimit))}></i>
              </div>
            </div>`
      }
      <dl>
        ${creditLimit === null ? nothing : row(words.t('balance.limit'), money(creditLimit))}
        ${
          isAhead
            ? row(words.t('balance.paidAhead'), money(opposite(debt)))
            : row(words.t(creditLimit === null ? 'balance.debt' : 'balance.used'), money(debt))
        }
        ${row(words.t('balance.overdue'), money(overdue), isPositive(overdue) ? 'bad' : '')}
      </dl>
    </div>`;
  }

  #renderBones(): TemplateResult {
    const bone = (length: number): TemplateResult =>
      html`<span class="bone">${'\u2007'.repeat(length)}</span>`;
    return html`<div class="figures" role="status" aria-label=${this.words.t('common.loading')}>
      <div>
        <p class="free"><span>${bone(10)}</span><b>${bone(10)}</b></p>
        <div class="bar"></div>
      </div>
      <dl>
        ${[12, 11, 10].map(
          (length) =>
            html`<dt>${bone(length)}</dt>
              <dd>${bone(9)}</dd>`,
        )}
      </dl>
    </div>`;
  }

  #renderClosed(isVisitor: boolean): TemplateResult {
    const texts = { visitor: 'balance.visitor', mayNot: 'balance.mayNot' } as const;
    return html`<section class="card" part="card">
      ${renderClosed(this.words, isVisitor, texts, () => this.tell(new SignInRequestedEvent()))}
    </section>`;
  }
}

const isNegative = ({ amount }: Money): boolean => amount.startsWith('-');

const isPositive = (money: Money): boolean => !isNegative(money) && /[1-9]/.test(money.amount);

const opposite = ({ amount, currency }: Money): Money => ({
  amount: amount.startsWith('-') ? amount.slice(1) : `-${amount}`,
  currency,
});

/** Width of the bar; a picture, no figure. */
function shareOf(part: Money, whole: Money): string {
  const share = Number(part.amount) / Number(whole.amount);
  return `${String(Math.round(100 * Math.min(1, Math.max(0, Number.isFinite(share) ? share : 1))))}%`;
}

define('kontor-balance', KontorBalance);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-balance': KontorBalance;
  }
}
