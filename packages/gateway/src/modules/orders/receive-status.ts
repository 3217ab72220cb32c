import { OrderStatus } from '@kontor/contract';
import { sql } from 'kysely';
import * as z from 'zod/mini';

import { visitor, type StaffCaller } from '../../caller.js';
import type { Job } from '../../jobs.js';
import type { Broker, BrokerMessage, GatewayDeps, Receipt } from '../../ports.js';
import { createScope } from '../../scope.js';
import { canMove } from './order-status.js';
import type { Orders } from './service.js';

/** What a seller's system says of an order: its number in the shop, and how far it is. */
const SellerStatus = z.object({
  order: z.string().check(z.minLength(1), z.maxLength(120)),
  status: OrderStatus,
  comment: z.optional(z.string().check(z.maxLength(500))),
});
type SellerStatus = z.infer<typeof SellerStatus>;

const course: readonly OrderStatus[] = ['placed', 'confirmed', 'assembling', 'shipped', 'delivered'];

type Deps = Pick<GatewayDeps, 'clock' | 'database' | 'log'>;

/** Keeps receiving statuses, also after the connection was lost. */
export function createStatusJob(deps: Deps, broker: Broker, orders: Orders): Job {
  return {
    name: 'statuses',
    every: 5000,
    async run() {
      await broker
        .receive((message) => receiveStatus(deps, orders, message))
        .catch((error: unknown) => {
          deps.log.warn({ error }, 'statuses of sellers are not received');
        });
      return false;
    },
  };
}

/**
 * Moves an order on as its seller says. Who sends is known by the routing key, `status.<key>`, which the broker lets only that
 * seller use: nobody moves orders of others. A status that comes twice or too late changes nothing.
 */
async function receiveStatus(
  deps: Deps,
  orders: Orders,
  { routingKey, body }: Pick<BrokerMessage, 'body' | 'routingKey'>,
): Promise<Receipt> {
  const told = parse(body);
  if (!told) return refuse('it is no status', undefined);
  try {
    const order = await findOrderOf(deps, routingKey.replace(/^status\./, ''), told.order);
    if (!order) return refuse('the seller has no such order', told.order);
    const steps = stepsTo(order.status, told.status);
    if (!steps) return refuse(`the order is ${order.status} and cannot become ${told.status}`, told.order);
    for (const status of steps) await orders.updateStatus(scopeOf(deps), order.id, { ...told, status });
    return 'taken';
  } catch (error) {
    deps.log.error({ error }, 'status of a seller not taken');
    return 'again';
  }

  function refuse(reason: string, order: string | undefined): Receipt {
    deps.log.warn({ routingKey, order, reason }, 'status of a seller refused');
    return 'refused';
  }
}

function parse(body: string): SellerStatus | undefined {
  try {
    return SellerStatus.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined;
  }
}

async function findOrderOf(
  { database: { system } }: Deps,
  key: string,
  number: string,
): Promise<{ id: string; status: OrderStatus } | undefined> {
  const { rows } = await sql<{ id: string; status: OrderStatus }>`
    select o.id, o.status from orders o join seller s on s.id = o.seller_id
    where o.number = ${number} and s.channel->>'kind' = 'rabbitmq' and s.channel->>'key' = ${key}`.execute(
    system,
  );
  return rows[0];
}

/** Statuses on the way; none when it is there or further, undefined when there is no way. */
function stepsTo(from: OrderStatus, to: OrderStatus): OrderStatus[] | undefined {
  if (from === to) return [];
  if (canMove(from, to)) return [to];
  const [now, wanted] = [course.indexOf(from), course.indexOf(to)];
  if (now < 0 || wanted < 0) return undefined;
  if (wanted < now) return [];
  return to === 'delivered' && canMove(from, 'shipped') ? ['shipped', 'delivered'] : undefined;
}

/** Acts for the supplier; nobody's name stands in the history. */
function scopeOf({ clock, database }: Deps) {
  return createScope<StaffCaller>({
    caller: {
      ...visitor,
      kind: 'staff',
      staff: 'admin',
      person: { id: '', name: '', email: '', phone: null },
    },
    now: clock.now(),
    locale: 'ru',
    requestId: 'broker',
    system: database.system,
  });
}
