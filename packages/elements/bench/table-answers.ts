/** Answers of a gateway that knows every SKU: the bench measures the page, not a server. */
export async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.endsWith('/session')) return json(session);
  if (pathname.endsWith('/carts/current')) return json(cart);
  if (pathname.endsWith('/warehouses'))
    return json({ items: [{ id: 'w', name: 'Warehouse', location: {} }] });
  if (pathname.endsWith('/prices/resolve')) {
    const { items } = (await request.json()) as { items: { sku: string }[] };
    return json({ ...stamp, items: items.map(({ sku }) => ({ ...price, sku })) });
  }
  if (pathname.endsWith('/stock/resolve')) {
    const { skus } = (await request.json()) as { skus: string[] };
    return json({ ...stamp, items: skus.map((sku) => ({ ...stock, sku })) });
  }
  return new Response('{}', { status: 404, headers: { 'content-type': 'application/json' } });
}

const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

const stamp = { contextId: 'ctx', revision: 1 };
const price = {
  quantity: '10',
  status: 'ok',
  currency: 'EUR',
  unitPrice: '1.0840',
  tiers: [
    { from: '0', unitPrice: '1.0840' },
    { from: '1000', unitPrice: '0.9756' },
  ],
  nextTier: { from: '1000', unitPrice: '0.9756' },
};
const stock = {
  status: 'ok',
  total: { shown: '1000', isCapped: true },
  byWarehouse: [
    {
      warehouseId: 'w',
      quantity: { shown: '1000', isCapped: true },
      nextReceipt: null,
      leadTime: { minDays: 1, maxDays: 1 },
    },
  ],
};
const session = {
  kind: 'member',
  person: { id: 'p', name: 'P', email: 'p@example.test', phone: null },
  staff: null,
  companies: [{ id: 'c', name: 'C', memberId: 'm', role: 'owner' }],
  agreements: [
    {
      id: 'a',
      sellerId: 's',
      currency: 'EUR',
      vatMode: 'included',
      paymentTerm: { kind: 'prepayment' },
      validFrom: null,
      validTo: null,
      name: 'A',
      number: null,
      shippingTerms: null,
    },
  ],
  context: { id: 'ctx', revision: 1, companyId: 'c', memberId: 'm', agreementId: 'a', location: null },
  can: {
    seePrices: 'own',
    seeStock: true,
    fillCart: true,
    placeOrders: true,
    approveOrders: false,
    manageMembers: false,
    seeDocuments: false,
    seeBalance: false,
    seeOrders: 'own',
  },
};
const cart = {
  ...stamp,
  id: 'cart',
  name: 'Cart',
  isCurrent: true,
  agreementId: 'a',
  version: 1,
  lineCount: 0,
  problemCount: 0,
  totals: null,
  updatedAt: '2026-01-01T00:00:00Z',
  lines: { items: [], nextCursor: null },
};
