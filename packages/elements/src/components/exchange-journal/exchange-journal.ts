import type { ExchangeProblem, ExchangeRun } from '@kontor/sdk';
import {
  exchangeJournalOf,
  type PagedList,
  type Remote,
  type RunDetails,
  type RunFilter,
  type ShopCore,
} from '@kontor/state';
import chevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { renderClosed } from '../../base/render-closed.js';
import { StoreController } from '../../base/store-controller.js';
import { icon } from '../../icons/icon.js';
import '../../locale/en/shared.js';
import { StaffWordsController, type StaffWords } from '../../locale/staff/staff-words.js';
import { controlStyles } from '../../theme/control.styles.js';
import { messageStyles } from '../../theme/message.styles.js';
import { tableStyles } from '../../theme/table.styles.js';
import { renderFilterSelect } from '../orders/filter-select.js';
import { SignInRequestedEvent } from '../sign-in/session-events.js';
import { exchangeJournalStyles } from './exchange-journal.styles.js';
import { nameOf, renderCounts, renderRunDetails } from './run-details.js';

/** A run that is open, with what is shown of it. */
interface OpenRun {
  readonly id: string;
  readonly details: Remote<RunDetails>;
  readonly problems: PagedList<ExchangeProblem, object>;
}

/**
 * What the exchange with the accounting system did, for the supplier's admins: every run with what it changed, its files with what
 * 1C was told of them, and what could not be taken as it was, by the record's name and line. Runs that go on are followed.
 *
 * Not part of `@kontor/elements`, which buyers load: import `@kontor/elements/staff`.
 *
 * @summary Shows admins what the exchange with 1C did.
 * @status stable
 * @slot empty - Instead of the sentence where nothing has been exchanged yet.
 * @event {SignInRequestedEvent} kontor-sign-in-requested - A visitor wants in.
 * @csspart runs - The table of runs.
 */
export class KontorExchangeJournal extends KontorElement {
  static override styles: CSSResultGroup = [
    KontorElement.styles,
    controlStyles,
    messageStyles,
    tableStyles,
    exchangeJournalStyles,
  ];

  @state() private open: OpenRun | undefined;

  readonly #words = new StaffWordsController(this);
  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);
  readonly #runs = new StoreController(this, () => this.#journal?.runs.$pages);
  readonly #filter = new StoreController(this, () => this.#journal?.runs.$filter);
  readonly #details = new StoreController(this, () => this.#journal && this.open?.details.$state);
  readonly #problems = new StoreController(this, () => this.#journal && this.open?.problems.$pages);

  /** Of nobody else than admins anything is asked. */
  get #journal(): ReturnType<typeof exchangeJournalOf<ShopCore>> | undefined {
    const isAdmin = this.#session.value?.value?.staff === 'admin';
    return isAdmin ? exchangeJournalOf(this.currentShop) : undefined;
  }

  protected override renderShop(_shop: ShopCore): TemplateResult | typeof nothing {
    const words = this.#words.of(this.words);
    const session = this.#session.value?.value;
    if (!words || !session) return nothing;
    const journal = this.#journal;
    if (!journal) {
      const texts = { visitor: 'exchange.visitor', mayNot: 'exchange.mayNot' } as const;
      const onSignIn = (): unknown => this.tell(new SignInRequestedEvent());
      return renderClosed(words, session.person === null, texts, onSignIn);
    }
    const { status, value, error } = this.#runs.value ?? {
      status: 'loading',
      value: undefined,
      error: undefined,
    };
    const isFiltered = Object.keys(this.#filter.value ?? {}).length > 0;
    if (value?.items.length === 0 && !isFiltered)
      return html`<div class="state">
        <slot name="empty"><p class="title">${words.t('exchange.empty')}</p></slot>
      </div>`;
    return html`${this.#renderFilters(words, journal.runs)}
      <div role="alert">
        ${
          status === 'failed'
            ? html`<div class="note bad">
                <span class="grow">${words.problem(error)}</span>
                <button @click=${() => void journal.runs.reload()}>${words.t('common.retry')}</button>
              </div>`
            : nothing
        }
      </div>
      ${status === 'failed' && !value ? nothing : this.#renderTable(words, value?.items, status === 'loading')}
      <div role="status">
        ${value?.items.length === 0 ? html`<div class="state"><p>${words.t('exchange.nothing')}</p></div>` : nothing}
      </div>
      ${
        value?.hasMore
          ? html`<div class="more">
              <button @click=${() => void journal.runs.more()}>${words.t('common.more')}</button>
            </div>`
          : nothing
      }`;
  }

  #renderFilters(words: StaffWords, runs: PagedList<ExchangeRun, RunFilter>): TemplateResult {
    const filter = this.#filter.value ?? {};
    const set = (change: { [Key in keyof RunFilter]?: RunFilter[Key] | undefined }): void =>
      runs.filter(Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value)));
    return html`<div class="filters">
      ${renderFilterSelect(
        words.t('exchange.anyStatus'),
        filter.status,
        ['done', 'failed', 'running'],
        (status) => words.t(`exchange.${status}`),
        (status) => set({ status }),
      )}
      ${renderFilterSelect(
        words.t('exchange.anyChannel'),
        filter.channel,
        ['protocol', 'files', 'odata', 'push'],
        (channel) => words.t(`channel.${channel}`),
        (channel) => set({ channel }),
      )}
      <button @click=${() => void runs.reload()}>${words.t('exchange.refresh')}</button>
    </div>`;
  }

  #renderTable(
    words: StaffWords,
    items: readonly ExchangeRun[] | undefined,
    isLoading: boolean,
  ): TemplateResult {
    return html`<div class="frame ${isLoading && items ? 'loading' : ''}" aria-busy=${isLoading}>
      <table part="runs">
        <thead>
          <tr>
            <th scope="col">${words.t('exchange.began')}</th>
            <th scope="col">${words.t('exchange.what')}</th>
            <th scope="col">${words.t('exchange.changed')}</th>
            <th scope="col" class="figure">${words.t('exchange.problems')}</th>
          </tr>
        </thead>
        <tbody>
          ${
            items
              ? repeat(
                  items,
                  ({ id }) => id,
                  (run) => this.#renderRun(words, run),
                )
              : [1, 2, 3, 4].map(
                  () =>
                    html`<tr>
                      <td colspan="4">
                        <span class="bone">${'\u2007'.repeat(30)}</span><small>&nbsp;</small>
                      </td>
                    </tr>`,
                )
          }
        </tbody>
      </table>
    </div>`;
  }

  #renderRun(words: StaffWords, run: ExchangeRun): TemplateResult {
    const { id, channel, kind, startedAt, status, counts, problems } = run;
    const isOpen = this.open?.id === id;
    return html`<tr class="run">
        <th scope="row">
          <button
            class="link"
            aria-expanded=${isOpen}
            aria-controls="run-${id}"
            @click=${() => this.#toggle(id)}
          >
            ${icon(isOpen ? chevronDown : chevronRight)}${words.dateTime(startedAt)}
          </button>
        </th>
        <td class="what">
          <span class="status ${status}"><i></i>${nameOf(words, kind)}</span>
          <small>${[words.t(`channel.${channel}`), words.t(`exchange.${status}`)].join(' · ')}</small>
        </td>
        <td class="changed">${renderCounts(words, counts)}</td>
        <td class="figure">
          ${problems.errors > 0 ? html`<b class="bad"><bdi>${words.t('exchange.errors', { n: problems.errors })}</bdi></b>` : nothing}
          ${problems.warnings > 0 ? html`<small><bdi>${words.t('exchange.warnings', { n: problems.warnings })}</bdi></small>` : nothing}
        </td>
      </tr>
      <tr class="details" id="run-${id}" ?hidden=${!isOpen}>
        ${isOpen ? html`<td colspan="4">${this.#renderDetails(words)}</td>` : nothing}
      </tr>`;
  }

  #renderDetails(words: StaffWords): TemplateResult | typeof nothing {
    const { open } = this;
    if (!open) return nothing;
    return renderRunDetails(words, {
      details: this.#details.value,
      problems: this.#problems.value,
      onMore: () => void open.problems.more(),
      onRetry: () => void Promise.all([open.details.reload(), open.problems.reload()]),
    });
  }

  #toggle(id: string): void {
    const journal = this.#journal;
    const isOpen = this.open?.id === id;
    this.open =
      isOpen || !journal ? undefined : { id, details: journal.run(id), problems: journal.problems(id) };
  }
}

define('kontor-exchange-journal', KontorExchangeJournal);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-exchange-journal': KontorExchangeJournal;
  }
}
