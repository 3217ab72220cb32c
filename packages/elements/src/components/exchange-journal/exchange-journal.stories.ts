import type { ExchangeProblem, ExchangeRun, ExchangeRunFile } from '@kontor/sdk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import { emptyLists, type ChangeAnswer } from '../../../test/story-answers.js';
import './exchange-journal.js';

const run = (id: string, change: Partial<ExchangeRun>): ExchangeRun => ({
  id,
  channel: 'protocol',
  kind: 'catalog',
  startedAt: `2026-11-16T1${id}:00:00Z`,
  finishedAt: `2026-11-16T1${id}:02:00Z`,
  status: 'done',
  error: null,
  counts: { products: 0, variants: 0, prices: 0, balances: 0, companies: 0 },
  problems: { errors: 0, warnings: 0 },
  ...change,
});

const runs: readonly ExchangeRun[] = [
  run('4', {
    status: 'running',
    finishedAt: null,
    counts: { products: 1204, prices: 23080, balances: 11540 },
  }),
  run('3', { kind: 'sale', counts: { orders: 17 } }),
  run('2', { counts: { prices: 46012, balances: 230 }, problems: { errors: 1, warnings: 2 } }),
  run('1', {
    channel: 'odata',
    kind: 'ut11',
    counts: { agreements: 3, individualPrices: 812, companyBalances: 340 },
  }),
  run('0', { status: 'failed', error: 'Error: The file breaks off in line 18231' }),
];

const file = (name: string, told: string | null, error: string | null = null): ExchangeRunFile => ({
  id: name,
  name,
  kind: 'rests',
  bytes: 34_340,
  receivedAt: '2026-11-16T12:00:00Z',
  finishedAt: '2026-11-16T12:00:04Z',
  status: error === null ? 'done' : 'failed',
  counts: {},
  told,
  error,
});

const problem = (id: string, change: Partial<ExchangeProblem>): ExchangeProblem => ({
  id,
  severity: 'warning',
  code: 'sku_taken',
  message: 'Another product has this vendor code: it gets one of its own',
  recordId: 'b2c1a2f0-4bb2-11e9-80de-00155d0a1e07#6a2d',
  recordName: 'Болт DIN 933 М8×40 8.8 оцинкованный',
  file: 'offers0_1.xml',
  line: 1821,
  ...change,
});

const problems: readonly ExchangeProblem[] = [
  problem('1', {
    severity: 'error',
    code: 'not_published',
    message: 'The product cannot be kept: its name is empty',
    recordName: null,
    file: 'import0_1.xml',
    line: 90,
  }),
  problem('2', {}),
  problem('3', {
    code: 'picture_refused',
    message: 'The picture has more than 50 million pixels',
    line: null,
  }),
];

const told: ChangeAnswer = (body, call) => {
  if (/exchange\/runs$/.test(call)) return { items: runs, nextCursor: null };
  const [, id, what] = /exchange\/runs\/(\w+)(\/problems)?$/.exec(call) ?? [];
  if (what) return { items: id === '2' ? problems : [], nextCursor: null };
  if (id === undefined) return body;
  const broken = file('import0_1.xml', null, 'The file breaks off in line 18231');
  const files = [
    file('import0_1.xml', 'Загружено. группы: 41, товары: 11540'),
    file('offers0_1.xml', 'Загружено. предложения: 46012\nЗамечаний: 2, они в журнале обмена'),
  ];
  return { run: runs.find((each) => each.id === id), files: id === '0' ? [broken] : files };
};

const meta: Meta = {
  title: 'Staff/Exchange journal',
  component: 'kontor-exchange-journal',
  globals: { who: 'admin' },
  parameters: { kontor: { answer: told, unknown: /exchange\/runs\// } },
  render: () => html`<kontor-exchange-journal></kontor-exchange-journal>`,
};

export default meta;

const open =
  (place: number): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    const root = (): ShadowRoot | null | undefined =>
      canvasElement.querySelector('kontor-exchange-journal')?.shadowRoot;
    for (let tries = 0; tries < 100 && !root()?.querySelector('tr.run'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    root()?.querySelectorAll<HTMLButtonElement>('tr.run button')[place]?.click();
    for (let tries = 0; tries < 100 && !root()?.querySelector('.details h3'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
  };

export const Default: StoryObj = {};
export const Opened: StoryObj = { play: open(2) };
export const FailedRun: StoryObj = { play: open(4) };
export const Empty: StoryObj = { parameters: { kontor: { answer: emptyLists(/exchange/) } } };
/** Somebody who is no admin. */
export const NotAllowed: StoryObj = { globals: { who: 'owner' } };
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
export const Loading: StoryObj = { parameters: { kontor: { hold: /exchange/ } } };
export const Failed: StoryObj = { parameters: { kontor: { cut: /exchange/ } } };
export const OnAPhone: StoryObj = {
  render: () => html`<div class="phone"><kontor-exchange-journal></kontor-exchange-journal></div>`,
  play: open(2),
};
