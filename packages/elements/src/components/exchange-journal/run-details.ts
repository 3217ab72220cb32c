import type { ExchangeProblem, ExchangeProblemCode, ExchangeRunFile } from '@kontor/sdk';
import type { Loaded, Pages, RunDetails } from '@kontor/state';
import { html, nothing, type TemplateResult } from 'lit';

import { staffTexts } from '../../locale/staff/en.js';
import type { StaffMessageKey } from '../../locale/staff/messages.js';
import type { StaffWords } from '../../locale/staff/staff-words.js';

/** What is shown of a run that is open. */
export interface ShownRun {
  readonly details: Loaded<RunDetails> | undefined;
  readonly problems: Loaded<Pages<ExchangeProblem>> | undefined;
  readonly onMore: () => void;
  readonly onRetry: () => void;
}

const named = [
  ...[
    'catalog',
    'sale',
    'reference',
    'ut11',
    'unf',
    'products',
    'variants',
    'prices',
    'balances',
    'companies',
    'orders',
  ],
  ...[
    'agreements',
    'individualPrices',
    'companyBalances',
    'analogues',
    'customerCodes',
    'documents',
    'files',
  ],
] as const;

/** What an exchange is about, or rows of which kind it changed, in words; a kind that nobody here knows as it is called. */
export const nameOf = (words: StaffWords, kind: string): string =>
  (named as readonly string[]).includes(kind) ? words.t(`exchanged.${kind}` as StaffMessageKey) : kind;

/** Rows that changed, by kind; those of which none did are left out. */
export function renderCounts(words: StaffWords, counts: Readonly<Record<string, number>>): TemplateResult {
  const changed = Object.entries(counts).filter(([, count]) => count > 0);
  if (changed.length === 0) return html`<span class="quiet">${words.t('exchange.unchanged')}</span>`;
  return html`${changed.map(
    ([kind, count]) =>
      html`<span class="count">${nameOf(words, kind)} <bdi>${words.number(String(count))}</bdi></span> `,
  )}`;
}

/** Why a run failed, its files, and what could not be taken as it was. */
export function renderRunDetails(
  words: StaffWords,
  { details, problems, onMore, onRetry }: ShownRun,
): TemplateResult {
  const error = [details, problems].find((each) => each?.status === 'failed')?.error;
  if (error !== undefined)
    return html`<div class="note bad" role="alert">
      <span class="grow">${words.problem(error)}</span>
      <button @click=${onRetry}>${words.t('common.retry')}</button>
    </div>`;
  const { run, files = [] } = details?.value ?? {};
  const found = problems?.value;
  if (!run || !found)
    return html`<div role="status" aria-label=${words.t('common.loading')}>
      <span class="bone">${'\u2007'.repeat(40)}</span>
    </div>`;
  return html`${run.error === null ? nothing : html`<div class="note bad">${run.error}</div>`}
    ${
      files.length === 0
        ? nothing
        : html`<h3>${words.t('exchange.files')}</h3>
            <ul class="files">
              ${files.map((file) => renderFile(words, file))}
            </ul>`
    }
    <h3>${words.t('exchange.problems')}</h3>
    ${
      found.items.length === 0
        ? html`<p class="quiet">${words.t('exchange.noProblems')}</p>`
        : html`<ul class="problems">
            ${found.items.map((problem) => renderProblem(words, problem))}
          </ul>`
    }
    ${found.hasMore ? html`<button @click=${onMore}>${words.t('common.more')}</button>` : nothing}`;
}

function renderFile(words: StaffWords, { name, status, told, error }: ExchangeRunFile): TemplateResult {
  return html`<li>
    <b>${name}</b>
    ${status === 'received' || status === 'reading' ? html`<span class="quiet">${words.t('exchange.running')}</span>` : nothing}
    ${error === null ? nothing : html`<span class="bad">${error}</span>`}
    ${told === null ? nothing : html`<span class="quiet">${told}</span>`}
  </li>`;
}

function renderProblem(
  words: StaffWords,
  { severity, code, message, recordName, recordId, file, line }: ExchangeProblem,
): TemplateResult {
  const where = [
    file,
    line === null ? null : words.t('exchange.line', { line: String(line) }),
    code,
    recordName === null ? null : recordId,
  ];
  return html`<li class=${severity}>
    <b>${recordName ?? recordId ?? words.t(`exchange.${severity}`)}</b>
    ${
      isExplained(code)
        ? html`<span>${words.t(`exchangeProblem.${code}`)}</span><small lang="en">${message}</small>`
        : html`<span lang="en">${message}</span>`
    }
    <small>${[words.t(`exchange.${severity}`), ...where].filter(Boolean).join(' · ')}</small>
  </li>`;
}

/** A later gateway may know more codes: those speak for themselves. */
const isExplained = (code: string): code is ExchangeProblemCode => `exchangeProblem.${code}` in staffTexts;
