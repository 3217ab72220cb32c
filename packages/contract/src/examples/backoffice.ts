import type { AccessRequest, backofficeOperations } from '../backoffice.js';
import type { ExchangeRun, ExchangeRunFile, IntegrationKey } from '../exchange.js';
import { address } from './company.js';
import type { ExamplesOf } from './example.js';
import { byId, ids, order, orderSummary } from './shop.js';

const request: AccessRequest = {
  id: ids.accessRequest,
  name: 'Сергей Волков',
  contact: '+7 912 000-00-02',
  message: 'Хотим закупать крепёж для монтажа.',
  createdAt: '2026-11-15T14:20:00Z',
  status: 'open',
};

const run: ExchangeRun = {
  id: ids.run,
  channel: 'protocol',
  kind: 'catalog',
  startedAt: '2026-11-16T03:00:00Z',
  finishedAt: '2026-11-16T03:00:41Z',
  status: 'done',
  error: null,
  counts: { products: 12, variants: 130, prices: 780, balances: 650, companies: 0 },
  problems: { errors: 0, warnings: 1 },
};
const file: ExchangeRunFile = {
  id: '10233',
  name: 'offers.xml',
  kind: 'offers',
  bytes: 2_481_004,
  receivedAt: '2026-11-16T03:00:12Z',
  finishedAt: '2026-11-16T03:00:40Z',
  status: 'done',
  counts: { offer: 5218 },
  told: 'Загружено. предложения: 5218',
  error: null,
};
const integrationKey: IntegrationKey = {
  id: ids.integrationKey,
  name: 'УТ 11, основная база',
  createdAt: '2026-09-01T08:00:00Z',
  lastUsedAt: '2026-11-16T05:55:00Z',
};

export const backofficeExamples: ExamplesOf<typeof backofficeOperations> = {
  listCompanies: {
    query: { query: 'строй', limit: 50 },
    answer: {
      items: [
        {
          id: ids.company,
          name: 'ООО «СтройМастер»',
          legalType: 'ru-company',
          region: 'Москва',
          segment: 'Строительные компании',
          managerId: 'per_manager',
          memberCount: 5,
          agreementCount: 4,
        },
      ],
      nextCursor: null,
    },
  },
  listCompanyAddresses: { ...byId(ids.company), answer: { items: [address] } },
  createInvitation: {
    body: {
      companyId: ids.company,
      email: 'oleg@stroymaster.example',
      name: 'Олег Панин',
      role: 'buyer',
      overrides: { seeBalance: true },
    },
    answer: {
      id: ids.invitation,
      companyId: ids.company,
      email: 'oleg@stroymaster.example',
      role: 'buyer',
      expiresAt: '2026-11-23T06:00:00Z',
      status: 'open',
    },
  },
  listAccessRequests: { query: { status: 'open' }, answer: { items: [request], nextCursor: null } },
  acceptAccessRequest: {
    ...byId(ids.accessRequest),
    body: { companyId: ids.company, email: 'sergey@montazh.example', role: 'buyer' },
    answer: { ...request, status: 'accepted' },
  },
  rejectAccessRequest: { ...byId(ids.accessRequest), answer: { ...request, status: 'rejected' } },
  listOrders: {
    query: { status: 'placed', company: ids.company },
    answer: {
      items: [{ ...orderSummary, companyId: ids.company, companyName: 'ООО «СтройМастер»' }],
      nextCursor: null,
    },
  },
  getOrder: { ...byId(ids.order), answer: order },
  updateOrderStatus: {
    ...byId(ids.order),
    body: { status: 'confirmed', comment: 'Отгрузка завтра' },
    answer: {
      ...order,
      status: 'confirmed',
      history: [
        ...order.history,
        { status: 'confirmed', at: '2026-11-16T06:32:00Z', by: 'Анна Лебедева', comment: 'Отгрузка завтра' },
      ],
    },
  },
  listAudit: {
    query: { company: ids.company, limit: 50 },
    answer: {
      items: [
        {
          id: '481',
          at: '2026-11-16T06:05:00Z',
          action: 'member.invited',
          personId: ids.person,
          companyId: ids.company,
          subject: ids.invitation,
          details: { role: 'buyer' },
        },
      ],
      nextCursor: null,
    },
  },
  listExchangeRuns: { query: { channel: 'protocol', limit: 50 }, answer: { items: [run], nextCursor: null } },
  getExchangeRun: { ...byId(ids.run), answer: { run, files: [file] } },
  listExchangeProblems: {
    ...byId(ids.run),
    query: { severity: 'warning' },
    answer: {
      items: [
        {
          id: '90117',
          severity: 'warning',
          code: 'sku_taken',
          message: 'The vendor code БМ-М8x40 belongs to another variant: БМ-М8x40-2 was given',
          recordId: '9d1a3c5e-7b2f-11ee-9a64-0050569e5b1f#3f2c9b5a-7b2f-11ee-9a64-0050569e5b1f',
          recordName: 'Болт DIN 933 М8×40',
          file: 'offers.xml',
          line: 20417,
        },
      ],
      nextCursor: null,
    },
  },
  listIntegrationKeys: { query: { limit: 50 }, answer: { items: [integrationKey], nextCursor: null } },
  createIntegrationKey: {
    body: { name: integrationKey.name },
    answer: {
      key: { ...integrationKey, lastUsedAt: null },
      secret: 'kik_6h9k2m5p8r1t4w7y3b6d9f2h5j8l1n4q7s',
    },
  },
  removeIntegrationKey: byId(ids.integrationKey),
};
