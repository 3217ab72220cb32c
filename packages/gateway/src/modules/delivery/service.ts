import type {
  DeliveryChoice,
  DeliveryMethod,
  DeliveryQuote,
  FulfilmentGroup,
  Location,
  QuoteDelivery,
} from '@kontor/contract';

import { localized } from '../../http/locale.js';
import { minorDigits } from '../../money/currency.js';
import { add, compare, decimal, decimalText, round, zero } from '../../money/decimal.js';
import { ProblemError } from '../../problem-error.js';
import type { BuyerScope } from '../../scope.js';
import type { CartService } from '../cart/service.js';
import type { Pricing } from '../pricing/service.js';
import type { Stock } from '../stock/service.js';
import { chooseRule } from './choose-rule.js';
import {
  findMethod,
  findRules,
  findWarehouseLocation,
  listMethods,
  type DeliveryRule,
  type StoredMethod,
} from './queries.js';
import type { AddressBook, DeliveryService, SettledDelivery } from './types.js';

export type { DeliveryService, SettledQuote } from './types.js';

/** What delivery needs of other modules. */
export interface DeliveryDeps {
  addresses: AddressBook;
  pricing: Pricing;
  carts: Pick<CartService, 'check'>;
  stock: Pick<Stock, 'warehouses'>;
}

/** Delivery as routes use it. */
export interface Delivery extends DeliveryService {
  methods(scope: BuyerScope): Promise<DeliveryMethod[]>;
  quoteCart(scope: BuyerScope, input: QuoteDelivery): Promise<DeliveryQuote>;
}

export function createDelivery({ addresses, pricing, carts, stock }: DeliveryDeps): Delivery {
  return {
    async methods(scope) {
      const all = (await stock.warehouses(scope)).map(({ id }) => id);
      return (await listMethods(scope)).map((method) => ({
        id: method.id,
        kind: method.kind,
        name: localized(method.name, scope.locale),
        conditions: localized(method.conditions, scope.locale),
        needsAddress: method.needsAddress,
        warehouseIds:
          method.kind === 'pickup' ? all.filter((id) => method.warehouseIds?.includes(id) ?? true) : [],
      }));
    },

    async quoteCart(scope, { cartId, choice }) {
      const { cart, groups } = await carts.check(scope, cartId);
      if (cart.lineCount === 0) throw new ProblemError('cart_empty');
      const { quote } = await this.quote(scope, choice, { groups, total: cart.totals?.total ?? '0' });
      return quote;
    },

    async quote(scope, choice, { groups, total }) {
      const settled = await settle(scope, choice);
      const rules = await findRules(scope, choice.methodId);
      const seesPrices = scope.caller.can.seePrices === 'own';
      const currency = scope.caller.agreement.currency;
      let cost: string | null = '0';
      const quoted: DeliveryQuote['groups'] = [];
      for (const group of groups) {
        const rule = chooseRule(rules, group.warehouseId, settled.location);
        if (rules.length > 0 && !rule)
          throw new ProblemError('delivery_not_available', {
            params: { methodId: choice.methodId, warehouseId: group.warehouseId },
          });
        const amount = rule ? await costOf(scope, rule, total) : null;
        cost = cost === null || amount === null ? null : sum(cost, amount, currency);
        quoted.push({
          ...group,
          ...(seesPrices ? { cost: amount === null ? null : { amount, currency } } : {}),
          ...timeOf(rule, group),
        });
      }
      const sumOfCosts = cost === null ? null : { amount: sum(cost, '0', currency), currency };
      return {
        quote: { methodId: choice.methodId, groups: quoted, ...(seesPrices ? { total: sumOfCosts } : {}) },
        settled,
        cost: sumOfCosts?.amount ?? null,
      };
    },
  };

  async function settle(scope: BuyerScope, choice: DeliveryChoice): Promise<SettledDelivery> {
    const method = await findMethod(scope, choice.methodId);
    if (!method) throw new ProblemError('not_found', { pointer: '/delivery/methodId' });
    const base = {
      methodId: method.id,
      kind: method.kind,
      name: localized(method.name, scope.locale),
      postalCode: null,
      contact: null,
      phone: null,
      warehouseId: null,
    };
    if (method.kind === 'pickup') return { ...base, ...(await pickup(scope, method, choice.warehouseId)) };
    const address = await addressOf(scope, choice);
    if (!address && method.needsAddress)
      throw new ProblemError('checkout_incomplete', {
        pointer: '/delivery/addressId',
        params: { missing: ['address'] },
      });
    return { ...base, location: scope.caller.context.location, street: null, ...address };
  }

  async function pickup(
    scope: BuyerScope,
    { warehouseIds }: StoredMethod,
    warehouseId: string | undefined,
  ): Promise<Pick<SettledDelivery, 'location' | 'street' | 'warehouseId'>> {
    if (warehouseId === undefined)
      throw new ProblemError('checkout_incomplete', {
        pointer: '/delivery/warehouseId',
        params: { missing: ['warehouse'] },
      });
    const location =
      warehouseIds && !warehouseIds.includes(warehouseId)
        ? undefined
        : await findWarehouseLocation(scope, warehouseId);
    if (!location) throw new ProblemError('not_found', { pointer: '/delivery/warehouseId' });
    return { location, street: null, warehouseId };
  }

  async function addressOf(
    scope: BuyerScope,
    { addressId, address }: DeliveryChoice,
  ): Promise<
    | {
        location: Location;
        street: string;
        postalCode: string | null;
        contact: string | null;
        phone: string | null;
      }
    | undefined
  > {
    if (addressId !== undefined) {
      const known = await addresses.address(scope, addressId);
      if (!known) throw new ProblemError('not_found', { pointer: '/delivery/addressId' });
      const { location, street, postalCode, contact, phone } = known;
      return { location, street, postalCode, contact, phone };
    }
    return (
      address && {
        location: address.location,
        street: address.street,
        postalCode: address.postalCode ?? null,
        contact: address.contact ?? null,
        phone: address.phone ?? null,
      }
    );
  }

  /** Cost in the agreement's currency; null: agreed upon later. */
  async function costOf(scope: BuyerScope, rule: DeliveryRule, total: string): Promise<string | null> {
    if (rule.cost === null) return null;
    const { currency } = scope.caller.agreement;
    const freeFrom =
      rule.freeFrom === null ? null : await pricing.convert(scope, rule.freeFrom, rule.currency, currency);
    if (freeFrom !== null && compare(decimal(total), decimal(freeFrom)) >= 0) return sum('0', '0', currency);
    return pricing.convert(scope, rule.cost, rule.currency, currency);
  }
}

function timeOf(
  rule: DeliveryRule | undefined,
  group: FulfilmentGroup,
): { minDays: number | null; maxDays: number | null } {
  return {
    minDays: rule?.minDays ?? group.leadTime?.minDays ?? null,
    maxDays: rule?.maxDays ?? group.leadTime?.maxDays ?? null,
  };
}

function sum(left: string, right: string, currency: string): string {
  return decimalText(round(add(add(decimal(left), decimal(right)), zero), minorDigits(currency)));
}
