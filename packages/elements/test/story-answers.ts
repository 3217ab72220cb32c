/** A change to answers of the gateway, for stories of what the demo supplier does not have. */
export type ChangeAnswer = (body: unknown, call: string) => unknown;

const tail =
  ' повышенной прочности, с полной резьбой и со сверхдлинным-наименованием-без-единого-пробела, DIN EN ISO 4017';

/** Names as some suppliers write them: long, and with words that do not break. */
export const longNames: ChangeAnswer = (body) =>
  JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === 'name' && typeof value === 'string' && value.length > 8 ? value + tail : value,
  );

/** Lists of these calls have nothing in them. */
export const emptyLists =
  (calls: RegExp): ChangeAnswer =>
  (body, call) =>
    calls.test(call) ? { ...(body as object), items: [], total: 0, nextCursor: null } : body;

const everywhere = {
  warehouseId: 'wh_anywhere',
  quantity: { shown: '1000', isCapped: true },
  nextReceipt: null,
  leadTime: { minDays: 1, maxDays: 1 },
};

/** Every article has a price and some stock, also one that the gateway does not know. */
export const everythingSold: ChangeAnswer = (body, call) => {
  const { items = [], ...rest } = body as { items?: object[] };
  if (call.endsWith('/warehouses'))
    return { ...rest, items: [...items, { ...items[0], id: everywhere.warehouseId }] };
  if (!/\/(prices|stock)\/resolve$/.test(call)) return body;
  const known = call.includes('prices')
    ? {
        status: 'ok',
        currency: 'RUB',
        unitPrice: '1.084',
        tiers: [
          { from: '0', unitPrice: '1.084' },
          { from: '1000', unitPrice: '0.9756' },
        ],
        nextTier: { from: '1000', unitPrice: '0.9756' },
      }
    : { status: 'ok', total: { shown: '1000', isCapped: true }, byWarehouse: [everywhere] };
  return { ...rest, items: items.map((item) => ({ ...item, ...known })) };
};
