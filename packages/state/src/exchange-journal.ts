import type { Client, ExchangeProblem, ExchangeRun, ExchangeRunFile } from '@kontor/sdk';

import { createPagedList, type PagedList } from './pages.js';
import { createRemote, type Remote } from './remote.js';
import type { SessionPart } from './session.js';

/** What runs are narrowed by. */
export interface RunFilter {
  readonly channel?: ExchangeRun['channel'];
  readonly status?: ExchangeRun['status'];
}

/** A run with its files. */
export interface RunDetails {
  readonly run: ExchangeRun;
  readonly files: readonly ExchangeRunFile[];
}

/** What the exchange with the accounting system did, for the supplier's admins. */
export interface ExchangeJournalPart {
  /** Newest first; looked at again while one goes on. */
  readonly runs: PagedList<ExchangeRun, RunFilter>;
  run(id: string): Remote<RunDetails>;
  /** What could not be taken as it was, in the order in which it was found. */
  problems(id: string): PagedList<ExchangeProblem, { readonly severity?: ExchangeProblem['severity'] }>;
}

const pageSize = 30;
const problemsOfPage = 50;

/** Milliseconds between looks at a run that goes on. */
const lookAgain = 5000;

export function createExchangeJournal(
  { backoffice }: Pick<Client, 'backoffice'>,
  session: SessionPart,
): ExchangeJournalPart {
  return {
    runs: createPagedList<ExchangeRun, RunFilter>(session, {
      load: (query, signal) => backoffice.exchangeRuns(query, { signal }),
      filter: {},
      pageSize,
      follow(reload, $pages) {
        const timer = setInterval(() => {
          const { status, value } = $pages.get();
          // Whoever has read on is not thrown back to the first page.
          const isFirstPage = (value?.items.length ?? 0) <= pageSize;
          if (status === 'ready' && isFirstPage && value.items.some((run) => run.status === 'running'))
            reload();
        }, lookAgain);
        return () => clearInterval(timer);
      },
    }),
    run: (id) =>
      createRemote((signal) => backoffice.exchangeRun(id, { signal }), {
        reloadOn: [session.$buyer],
        owner: session.owner,
      }),
    problems: (id) =>
      createPagedList<ExchangeProblem, { readonly severity?: ExchangeProblem['severity'] }>(session, {
        load: (query, signal) => backoffice.exchangeProblems(id, query, { signal }),
        filter: {},
        pageSize: problemsOfPage,
      }),
  };
}
