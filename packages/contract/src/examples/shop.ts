import type { Agreement, Totals } from '../agreement.js';
import type { CartLine, CartSummary } from '../carts.js';
import type { Variant } from '../catalog.js';
import type { Document, Order, OrderSummary } from '../orders.js';
import type { BuyerContext, Session } from '../session.js';

/** The shop that all examples are of: one buyer, one cart, one order. */
export const ids = {
  company: 'com_stroymaster',
  member: 'mem_4v9k2x7q1m8n3p5r',
  person: 'per_8t3w6y1b5d9f2h4j',
  agreement: 'agr_stroymaster_45',
  seller: 'sel_krepezh',
  cart: 'crt_9m2n4b6v8c1x3z5q',
  checkout: 'cho_2w4e6r8t1y3u5i7o',
  order: 'ord_5t7y9u2i4o6p8a1s',
  document: 'doc_3d5f7g9h2j4k6l8z',
  address: 'adr_6q8w1e3r5t7y9u2i',
  warehouse: 'whs_podolsk',
  method: 'dlv_own_transport',
  product: 'prd_din933_88',
  key: 'key_1a3s5d7f9g2h4j6k',
  invitation: 'inv_8z1x3c5v7b9n2m4q',
  accessRequest: 'acr_7p9o2i4u6y8t1r3e',
  run: '4812',
  integrationKey: 'ink_2b4d6f8h1k3m5p7r',
} as const;

export const sku = 'DIN933-8.8-M8X40-ZN';
export const name = 'Болт DIN 933 8.8 М8×40 оцинкованный';
export const stamp = { contextId: 'ctx_5f2b8c1d9e3a7046', revision: 3 } as const;

export const agreement: Agreement = {
  id: ids.agreement,
  name: 'Договор поставки, отсрочка 45 дней',
  number: '45/2026',
  sellerId: ids.seller,
  currency: 'RUB',
  vatMode: 'included',
  paymentTerm: { kind: 'deferral', days: 45 },
  shippingTerms: 'Самовывоз или доставка поставщика',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
};

export const context: BuyerContext = {
  id: stamp.contextId,
  revision: stamp.revision,
  companyId: ids.company,
  memberId: ids.member,
  agreementId: ids.agreement,
  location: { country: 'RU', city: 'Москва' },
};

export const session: Session = {
  kind: 'member',
  person: {
    id: ids.person,
    name: 'Ирина Соколова',
    email: 'irina@stroymaster.example',
    phone: '+7 495 000-00-00',
  },
  staff: null,
  companies: [{ id: ids.company, name: 'ООО «СтройМастер»', memberId: ids.member, role: 'owner' }],
  agreements: [agreement],
  context,
  can: {
    seePrices: 'own',
    seeStock: true,
    fillCart: true,
    placeOrders: true,
    approveOrders: true,
    manageMembers: true,
    seeDocuments: true,
    seeBalance: true,
    seeOrders: 'all',
  },
  expiresAt: '2026-12-16T06:00:00Z',
};

export const totals: Totals = {
  currency: 'RUB',
  net: '208.33',
  vat: '41.67',
  total: '250.00',
  vatByRate: [{ rate: '20', net: '208.33', vat: '41.67' }],
};

export const cartSummary: CartSummary = {
  id: ids.cart,
  name: 'Основная',
  isCurrent: true,
  agreementId: ids.agreement,
  version: 7,
  lineCount: 1,
  problemCount: 0,
  totals,
  updatedAt: '2026-11-16T06:12:00Z',
};

export const unit = { code: '796', name: 'шт' } as const;

export const cartLine: CartLine = {
  sku,
  name,
  productId: ids.product,
  unit,
  quantity: '20',
  comment: null,
  priceStatus: 'ok',
  unitPrice: '12.5',
  vatRate: '20',
  net: '208.33',
  vat: '41.67',
  total: '250.00',
  problems: [],
  position: 1,
};

export const variant: Variant = {
  sku,
  productId: ids.product,
  name,
  options: { diameter: 'М8', length: '40' },
  attributes: [{ code: 'coating', name: 'Покрытие', value: 'цинк', unit: null }],
  barcodes: ['4601234567893'],
  unit,
  orderingRule: { min: '20', step: '20', max: null, packs: [{ name: 'Упаковка', quantity: '20' }] },
  picture: { url: '/v1/pictures/bolt.svg', width: 480, height: 480, alt: 'Болт с шестигранной головкой' },
  status: 'active',
  analogueCount: 2,
};

export const document: Document = {
  id: ids.document,
  kind: 'invoice',
  number: 'К-000123',
  date: '2026-11-16',
  status: 'ready',
  mediaType: 'application/pdf',
};

export const orderSummary: OrderSummary = {
  id: ids.order,
  number: 'К-000123',
  status: 'placed',
  provenance: 'online',
  placedAt: '2026-11-16T06:15:00Z',
  placedBy: 'Ирина Соколова',
  agreementId: ids.agreement,
  lineCount: 1,
  purchaseOrderNumber: 'ПЗ-77',
  accountingNumber: 'КРЦБ-004512',
  totals,
};

export const order: Order = {
  ...orderSummary,
  sellerId: ids.seller,
  lines: [
    {
      position: 1,
      sku,
      name,
      unit,
      quantity: '20',
      unitPrice: '12.5',
      vatRate: '20',
      net: '208.33',
      vat: '41.67',
      total: '250.00',
      warehouses: [{ warehouseId: ids.warehouse, quantity: '20' }],
      comment: null,
    },
  ],
  history: [{ status: 'placed', at: '2026-11-16T06:15:00Z', by: 'Ирина Соколова', comment: null }],
  documents: [document],
  delivery: {
    methodId: ids.method,
    kind: 'ownTransport',
    name: 'Доставка поставщика',
    location: { country: 'RU', city: 'Москва' },
    street: 'ул. Складская, 5',
    cost: '0.00',
  },
  requestedDate: '2026-11-18',
  urgency: 'normal',
  comment: 'Позвонить за час',
  canCancel: true,
};

/** Values of paths that name one thing. */
export const byId = <Id extends string>(id: Id) => ({ params: { id } });
