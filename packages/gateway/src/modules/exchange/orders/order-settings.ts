import type { OrderStatus } from '@kontor/contract';

/** What a status of 1C stands for. */
export type MappedStatus = OrderStatus | 'closed';

/** How orders go to 1C and come back; complete, defaults are merged by `defineOrderExchange`. */
export interface OrderExchangeSettings {
  /** Version of the document; from 3 on orders stand in containers. @default '2.08' */
  readonly version: string;
  /** @default 'utf-8' */
  readonly encoding: 'utf-8' | 'windows-1251';
  /** Orders placed before this moment are not sent. @default null */
  readonly since: Date | null;
  /**
   * A document of 1C has one warehouse: an order of several becomes a document for each of them, or stays one whose lines tell
   * theirs. @default 'warehouse'
   */
  readonly documentPer: 'order' | 'warehouse';
  /** Name of the tax as 1C knows it. @default 'НДС' */
  readonly taxName: string;
  /**
   * Statuses of 1C, by name or id, that move an order; `closed`: nothing more comes of it, which is `shipped` for one of which
   * something was. The shop's own ids and names always count.
   */
  readonly statuses: Readonly<Record<string, MappedStatus>>;
}

/** Completes settings of the exchange of orders. */
export function defineOrderExchange(given: Partial<OrderExchangeSettings> = {}): OrderExchangeSettings {
  return {
    version: '2.08',
    encoding: 'utf-8',
    since: null,
    documentPer: 'warehouse',
    taxName: 'НДС',
    statuses: {
      'К обеспечению': 'confirmed',
      'К отгрузке': 'assembling',
      'К выполнению': 'assembling',
      Закрыт: 'closed',
    },
    ...given,
  };
}
