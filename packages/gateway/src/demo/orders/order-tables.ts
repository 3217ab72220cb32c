import { json } from '../../database/json.js';
import type { Tables } from '../../database/tables.js';
import type { DemoSize, DemoVariant } from '../catalogue/catalogue-rows.js';
import type { DemoRows } from '../demo-rows.js';
import { demoAssortments, demoCompanies, demoSellers, demoWarehouses, wellKnown } from '../ids.js';
import { dateOf, daysFrom } from '../instants.js';
import type { DemoAgreement, DemoCompany } from '../people/companies.js';
import { demoMembers, type DemoMember, type DemoPerson } from '../people/people.js';
import { decimalText } from '../../money/decimal.js';
import { createRandom, type Random } from '../random.js';
import { demoDeliveryMethods } from '../trade/delivery.js';
import { placeOf } from '../trade/places.js';
import { holdsStock, orderHistory } from './order-history.js';
import { orderLine, orderTotals, type DemoOrderLine } from './order-line.js';

/** What orders are made from. */
export interface OrderSources {
  readonly size: DemoSize;
  readonly now: Date;
  readonly variants: readonly DemoVariant[];
  readonly companies: readonly DemoCompany[];
  readonly members: readonly DemoMember[];
  readonly people: readonly DemoPerson[];
  /** Products of each assortment. */
  readonly assortments: ReadonlyMap<string, ReadonlySet<string>>;
}

type Rows = {
  [Table in 'orders' | 'order_line' | 'order_event' | 'reservation']: NonNullable<DemoRows[Table]>[number][];
};

const counts: Readonly<Record<DemoSize, number>> = { small: 80, full: 400 };
const buyingRoles = new Set(['owner', 'buyer', 'approver']);
const warehouseOf: Readonly<Record<string, string>> = {
  [demoSellers.main]: demoWarehouses.yekaterinburg,
  [demoSellers.siberia]: demoWarehouses.novosibirsk,
  [demoSellers.south]: demoWarehouses.krasnodar,
};
const knownSkus: ReadonlySet<string> = new Set(Object.values(wellKnown));

/** Order history of all companies, oldest first, and what open orders reserve. */
export function orderTables(sources: OrderSources): { rows: Rows; reservedOf: Map<string, number> } {
  const random = createRandom('orders');
  const rows: Rows = { orders: [], order_line: [], order_event: [], reservation: [] };
  const reservedOf = new Map<string, number>();
  const count = counts[sources.size];
  for (let index = 0; index < count; index += 1) {
    const age = Math.round(((count - index) / count) ** 2 * 330 * 10) / 10 + 0.2;
    const company = companyOf(sources.companies, index, random);
    const agreement =
      company.agreements[random.chance(0.6) ? 0 : random.whole(0, company.agreements.length - 1)];
    if (agreement !== undefined)
      addOrder({ ...sources, random, rows, reservedOf }, company, agreement, index, age);
  }
  return { rows, reservedOf };
}

/** СтройМастер orders most, then the other companies that people sign in to. */
function companyOf(companies: readonly DemoCompany[], index: number, random: Random): DemoCompany {
  const known = companies.filter(({ id }) => !id.startsWith('cmp_small'));
  const stroymaster = known.find(({ id }) => id === demoCompanies.stroymaster);
  if (stroymaster !== undefined && index % 3 === 0) return stroymaster;
  return index % 3 === 1 ? random.pick(known) : random.pick(companies);
}

interface Context extends OrderSources {
  readonly random: Random;
  readonly rows: Rows;
  readonly reservedOf: Map<string, number>;
}

function addOrder(
  context: Context,
  company: DemoCompany,
  agreement: DemoAgreement,
  index: number,
  age: number,
): void {
  const { random, rows } = context;
  const number = `K-${String(index + 101).padStart(6, '0')}`;
  const id = `ord_${number.toLowerCase()}`;
  const placed_at = daysFrom(context.now, -age);
  const history = orderHistory(placed_at, age, random);
  const status = history.at(-1)?.status ?? 'placed';
  const provenance = random.pick(['online', 'online', 'online', 'phone', 'erp', 'manager'] as const);
  const member = provenance === 'online' ? memberOf(context, company, age) : undefined;
  const manager = context.people.find((person) => person.id === company.manager)?.name ?? null;
  const placed_by =
    member === undefined
      ? provenance === 'erp'
        ? null
        : manager
      : (context.people.find((person) => person.id === member.person)?.name ?? null);
  const lines = linesOf(context, company, agreement, index);
  const { net, vat, total, vatSums } = orderTotals(lines, agreement);
  rows.orders.push({
    id,
    external_id: provenance === 'erp' ? `1c-${id}` : null,
    number,
    company_id: company.id,
    seller_id: company.seller,
    agreement_id: agreement.id,
    member_id: member?.id ?? null,
    placed_by,
    provenance,
    status,
    placed_at,
    currency: agreement.currency,
    vat_mode: agreement.vatMode,
    net,
    vat,
    total,
    ...deliveryOf(company, index),
    vat_sums: json(vatSums),
    line_count: lines.length,
    requested_date: random.chance(0.4) ? dateOf(daysFrom(placed_at, random.whole(3, 14))) : null,
    urgency: random.pick(['normal', 'normal', 'planned', 'urgent'] as const),
    purchase_order_number: random.chance(0.4) ? `ЗП-${random.whole(1000, 9999)}` : null,
    comment: random.chance(0.2) ? 'Позвоните за час до отгрузки' : null,
    context: json({}),
  });
  lines.forEach((line, place) => addLine(context, company, { id, status }, line, place + 1));
  for (const step of history)
    rows.order_event.push({
      order_id: id,
      company_id: company.id,
      status: step.status,
      at: step.at,
      by_name: step.status === 'placed' ? placed_by : manager,
      comment: step.status === 'canceled' ? 'Отменён по просьбе покупателя' : null,
    });
}

function memberOf({ members, random }: Context, company: DemoCompany, age: number): DemoMember | undefined {
  const buyers = members.filter(
    (member) =>
      member.company === company.id && buyingRoles.has(member.role) && (age > 62 || !member.isRemoved),
  );
  const former = buyers.find(({ id }) => id === demoMembers.stroymasterRemoved);
  if (former !== undefined && random.chance(0.4)) return former;
  return buyers.length === 0 ? undefined : random.pick(buyers);
}

function linesOf(
  { random, variants, assortments }: Context,
  company: DemoCompany,
  agreement: DemoAgreement,
  index: number,
): DemoOrderLine[] {
  const visible = assortments.get(agreement.assortment ?? company.assortment ?? demoAssortments.public);
  const wanted = random.chance(0.06) ? random.whole(30, 60) : random.whole(1, 12);
  const chosen = new Map<number, DemoOrderLine>();
  const take = (variant: DemoVariant | undefined, steps: number): void => {
    if (variant?.status !== 'active' || visible?.has(variant.product.id) !== true || chosen.has(variant.id))
      return;
    const line = orderLine(variant, agreement, steps);
    if (line !== undefined) chosen.set(variant.id, line);
  };
  if (index === 0)
    for (const variant of variants)
      if (variant.sku === wellKnown.packs || variant.sku === wellKnown.tiers) take(variant, 10);
  for (let tries = 0; chosen.size < wanted && tries < 5000; tries += 1) {
    const variant = random.pick(variants);
    if (!knownSkus.has(variant.sku)) take(variant, random.whole(1, 20));
  }
  return [...chosen.values()];
}

function addLine(
  { rows, reservedOf }: Context,
  company: DemoCompany,
  order: { id: string; status: Tables['orders']['status'] },
  { variant, quantity, unitPrice, vatRate, amounts }: DemoOrderLine,
  position: number,
): void {
  const texts = {
    net: decimalText(amounts.net),
    vat: decimalText(amounts.vat),
    total: decimalText(amounts.total),
  };
  rows.order_line.push({
    order_id: order.id,
    company_id: company.id,
    position,
    variant_id: variant.id,
    sku: variant.sku,
    name: variant.name.ru ?? '',
    unit_code: variant.unit.code,
    unit_name: variant.unit.name,
    quantity,
    unit_price: unitPrice,
    vat_rate: vatRate,
    ...texts,
    comment: null,
  });
  if (!holdsStock(order.status)) return;
  const warehouse_id = warehouseOf[company.seller] ?? demoWarehouses.yekaterinburg;
  const key = `${variant.id} ${warehouse_id}`;
  reservedOf.set(key, (reservedOf.get(key) ?? 0) + Number(quantity));
  rows.reservation.push({
    order_id: order.id,
    company_id: company.id,
    position,
    variant_id: variant.id,
    warehouse_id,
    quantity,
    released_at: null,
  });
}

function deliveryOf(company: DemoCompany, index: number): { delivery: string; delivery_cost: string | null } {
  const { country, region, city } = placeOf(company.city);
  if (index % 3 === 0)
    return {
      delivery: json({
        methodId: demoDeliveryMethods.pickup,
        kind: 'pickup',
        name: 'Самовывоз',
        location: null,
        street: null,
      }),
      delivery_cost: '0.00',
    };
  return {
    delivery: json({
      methodId: demoDeliveryMethods.carrier,
      kind: 'carrier',
      name: 'Транспортная компания',
      location: { country, ...(region === null ? {} : { region }), city },
      street: company.street,
    }),
    delivery_cost: null,
  };
}
