import {
  handleExchange,
  partStart,
  resumeExchange,
  type ExchangeReply,
  type ExchangeSettings,
  type ExchangeState,
  type ExchangeStep,
  type ExchangeTask,
  type TaskOutcome,
} from '../src/index.js';

export interface Call {
  readonly body?: string;
  readonly isAuthentic?: boolean;
  readonly isBusy?: boolean;
  /** Which session the cookie names; `null` for none. */
  readonly token?: string | null;
}

/** A site that keeps sessions as JSON and files in a map; every task is noted, outcomes can be set by kind. */
export class Site {
  readonly sessions = new Map<string, string>();
  readonly store = new Map<string, string>();
  readonly tasks: ExchangeTask[] = [];
  readonly outcomes = new Map<ExchangeTask['kind'], TaskOutcome[]>();
  readonly settings: Partial<ExchangeSettings>;
  now = 1_724_160_000;
  token: string | null = null;
  #tokens = 0;

  constructor(settings: Partial<ExchangeSettings> = {}) {
    this.settings = settings;
  }

  /** A request of 1C; answers the text, or `<document>`. */
  call(query: string, call: Call = {}): string {
    return this.reply(query, call).text ?? '<document>';
  }

  reply(
    query: string,
    { body, isAuthentic = false, isBusy = false, token = this.token }: Call = {},
  ): ExchangeReply {
    this.now += 1;
    this.#tokens += 1;
    const kept = token === null ? undefined : this.sessions.get(token);
    const state = kept === undefined ? undefined : (JSON.parse(kept) as ExchangeState);
    const bytes = new TextEncoder().encode(body ?? '');
    const request = {
      query,
      isAuthentic,
      isBusy,
      now: this.now,
      newToken: `token-${String(this.#tokens)}`,
      part: body === undefined ? undefined : { size: bytes.length, hash: body, start: partStart(bytes) },
    };
    let step: ExchangeStep = handleExchange(state, request, this.settings);
    while (step.task) {
      this.tasks.push(step.task);
      step = resumeExchange(step, this.#perform(step.task, body ?? ''), this.settings);
    }
    if (step.state !== undefined) this.sessions.set(step.state.token, JSON.stringify(step.state));
    if (step.reply.setsCookie) this.token = step.state?.token ?? null;
    return step.reply;
  }

  signIn(type = 'catalog'): string {
    return this.call(`type=${type}&mode=checkauth`, { isAuthentic: true });
  }

  get state(): ExchangeState {
    return JSON.parse(this.sessions.get(this.token ?? '') ?? 'null') as ExchangeState;
  }

  /** Tasks of one kind. */
  of<Kind extends ExchangeTask['kind']>(kind: Kind): Extract<ExchangeTask, { kind: Kind }>[] {
    return this.tasks.filter((task): task is Extract<ExchangeTask, { kind: Kind }> => task.kind === kind);
  }

  /** What was stored of a file. */
  content(name: string): string | undefined {
    return this.store.get(this.state.files[name]?.key ?? '');
  }

  #perform(task: ExchangeTask, body: string): TaskOutcome {
    const planned = this.outcomes.get(task.kind)?.shift();
    if (planned !== undefined) return planned;
    if (task.kind === 'write')
      this.store.set(task.key, (this.store.get(task.key) ?? '').slice(0, task.offset) + body);
    if (task.kind === 'clear') for (const key of task.keys) this.store.delete(key);
    return task.kind === 'query' ? { status: 'done', count: 0 } : { status: 'done' };
  }
}
