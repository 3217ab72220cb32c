import type { Address, ApiKey, companyOperations, Member } from '../company.js';
import type { ExamplesOf } from './example.js';
import { byId, ids, session, sku } from './shop.js';

export const address: Address = {
  id: ids.address,
  label: 'Склад на Складской',
  location: { country: 'RU', city: 'Москва' },
  street: 'ул. Складская, 5',
  postalCode: '115201',
  contact: 'Пётр Ильин',
  phone: '+7 495 000-00-00',
};
const { id: _id, ...addressInput } = address;

const member: Member = {
  id: ids.member,
  name: 'Ирина Соколова',
  email: 'irina@stroymaster.example',
  role: 'owner',
  can: session.can,
  status: 'active',
  createdAt: '2026-03-02T09:00:00Z',
};
const invited: Member = {
  ...member,
  id: ids.invitation,
  name: 'Олег Панин',
  email: 'oleg@stroymaster.example',
  role: 'buyer',
  can: { ...session.can, approveOrders: false, manageMembers: false, seeBalance: false },
  status: 'invited',
};
const key: ApiKey = {
  id: ids.key,
  name: 'Выгрузка цен',
  scopes: ['read'],
  createdAt: '2026-11-10T12:00:00Z',
  lastUsedAt: '2026-11-16T05:58:00Z',
};

export const companyExamples: ExamplesOf<typeof companyOperations> = {
  get: {
    answer: {
      id: ids.company,
      name: 'ООО «СтройМастер»',
      legalType: 'ru-company',
      requisites: { inn: '7707083893', kpp: '773601001' },
      region: 'Москва',
      manager: {
        name: 'Анна Лебедева',
        phone: '+7 495 000-00-01',
        email: 'anna@krepezh.example',
        messenger: null,
        photo: null,
      },
    },
  },
  balance: {
    answer: {
      balance: {
        debt: { amount: '182400.00', currency: 'RUB' },
        overdue: { amount: '0.00', currency: 'RUB' },
        creditLimit: { amount: '500000.00', currency: 'RUB' },
        available: { amount: '317600.00', currency: 'RUB' },
        asOf: '2026-11-16T04:00:00Z',
      },
    },
  },
  requisitesForm: {
    params: { legalType: 'ru-company' },
    answer: {
      legalType: 'ru-company',
      country: 'RU',
      label: 'Юридическое лицо',
      fields: [
        { name: 'inn', label: 'ИНН', required: true },
        { name: 'kpp', label: 'КПП', required: true },
      ],
    },
  },
  callMe: {
    body: {
      phone: '+7 495 000-00-00',
      note: 'Нужно 2 000 штук к пятнице',
      about: { productId: ids.product, sku },
    },
    answer: { managerName: 'Анна Лебедева' },
  },
  listAddresses: { query: { limit: 50 }, answer: { items: [address], nextCursor: null } },
  createAddress: { body: addressInput, answer: address },
  removeAddress: byId(ids.address),
  listMembers: { query: { limit: 50 }, answer: { items: [member, invited], nextCursor: null } },
  inviteMember: {
    body: { email: 'oleg@stroymaster.example', name: 'Олег Панин', role: 'buyer' },
    answer: invited,
  },
  updateMember: {
    ...byId(ids.member),
    body: { role: 'requester', overrides: { seePrices: 'base' } },
    answer: { ...member, role: 'requester', can: { ...session.can, seePrices: 'base', seeOrders: 'own' } },
  },
  removeMember: byId(ids.member),
  listApiKeys: { query: { limit: 50 }, answer: { items: [key], nextCursor: null } },
  createApiKey: {
    body: { name: 'Выгрузка цен', scopes: ['read'], agreementId: ids.agreement },
    answer: { key: { ...key, lastUsedAt: null }, secret: 'key_6h9k2m5p8r1t4w7y3b6d9f2h5j8l1n4q7s' },
  },
  removeApiKey: byId(ids.key),
  createAccessRequest: {
    body: {
      name: 'Сергей Волков',
      contact: '+7 912 000-00-02',
      message: 'Хотим закупать крепёж для монтажа.',
    },
  },
};
