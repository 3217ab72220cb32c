import { foldName, writeInfo } from '@kontor/commerceml';
import type { OrderStatus } from '@kontor/contract';
import type { Kysely } from 'kysely';

import type { Tables } from '../../../database/tables.js';
import type { MappedStatus, OrderExchangeSettings } from './order-settings.js';

/** Names of the shop's statuses in documents for 1C, in the order in which an order passes them. */
export const statusNames: Readonly<Record<OrderStatus, string>> = {
  placed: 'Принят',
  confirmed: 'Подтверждён',
  assembling: 'Собирается',
  shipped: 'Отгружен',
  delivered: 'Доставлен',
  canceled: 'Отменён',
};

const paymentNames = { prepayment: 'Предоплата', deferral: 'Отсрочка платежа', cash: 'Наличные' } as const;

/** What 1C maps to its own (`mode=info`): statuses, payment terms and active ways of delivery, by stable ids. */
export async function statusesDocument(
  db: Kysely<Tables>,
  { encoding }: Pick<OrderExchangeSettings, 'encoding'>,
): Promise<Uint8Array> {
  const methods = await db
    .selectFrom('delivery_method')
    .select(['id', 'name'])
    .where('is_active', '=', true)
    .orderBy('position')
    .orderBy('id')
    .execute();
  const items = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([id, name]) => ({ id, name }));
  return writeInfo(
    {
      statuses: items(statusNames),
      payments: items(paymentNames),
      deliveries: methods.map(({ id, name }) => ({ id, name: name.ru ?? id })),
    },
    encoding,
  );
}

/** The status of the shop that a status of 1C stands for, by its id or its name in any spelling. */
export function mappedStatus(
  told: readonly (string | undefined)[],
  { statuses }: Pick<OrderExchangeSettings, 'statuses'>,
): MappedStatus | undefined {
  const known = new Map<string, MappedStatus>();
  for (const [status, name] of Object.entries(statusNames) as [OrderStatus, string][])
    known.set(foldName(status), status).set(foldName(name), status);
  for (const [name, status] of Object.entries(statuses)) known.set(foldName(name), status);
  for (const each of told) {
    const status = each === undefined ? undefined : known.get(foldName(each));
    if (status !== undefined) return status;
  }
  return undefined;
}
