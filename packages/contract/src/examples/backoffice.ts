import type { AccessRequest, backofficeOperations } from '../backoffice.js';
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
};
