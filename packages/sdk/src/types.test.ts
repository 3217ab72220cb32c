import { expectTypeOf, it } from 'vitest';

import type { Gateway } from '@kontor/gateway';

import {
  createClient,
  isApiError,
  type ApiError,
  type Client,
  type ClientOptions,
  type ErrorCode,
  type List,
  type Money,
  type Order,
  type Page,
  type Price,
  type ProductSummary,
  type Stamped,
} from './index.js';

declare const client: Client;

it('types follow the contract', () => {
  expectTypeOf(createClient).parameter(0).toEqualTypeOf<ClientOptions>();
  expectTypeOf<Client['products']['list']>().returns.toEqualTypeOf<List<ProductSummary>>();
  expectTypeOf<Awaited<ReturnType<Client['products']['list']>>>().toEqualTypeOf<Page<ProductSummary>>();
  expectTypeOf<Client['prices']['resolve']>().returns.resolves.toEqualTypeOf<Stamped<Price>>();
  expectTypeOf<Client['checkout']['place']>().parameter(1).toEqualTypeOf<Money>();
  expectTypeOf<Client['checkout']['place']>().returns.resolves.toEqualTypeOf<Order>();
  expectTypeOf<Client['carts']['remove']>().returns.resolves.toBeVoid();
});

it('an error of the gateway is narrowed by its guard', () => {
  const error: unknown = undefined;
  if (isApiError(error)) expectTypeOf(error).toEqualTypeOf<ApiError>();
  expectTypeOf<ApiError['code']>().toEqualTypeOf<ErrorCode | 'unknown'>();
});

it('every standard fetch fits, and that of a gateway', () => {
  expectTypeOf<typeof globalThis.fetch>().toExtend<NonNullable<ClientOptions['fetch']>>();
  expectTypeOf<Gateway['fetch']>().toExtend<NonNullable<ClientOptions['fetch']>>();
});

it('what cannot be right does not compile', () => {
  const never = () => {
    // @ts-expect-error a client needs an address
    createClient({});
    // @ts-expect-error a quantity is a decimal string
    void client.prices.resolve([{ sku: 'A', quantity: 20 }]);
    // @ts-expect-error a product never has a price
    void client.products.get('id').then(({ price }: { price: unknown }) => price);
    // @ts-expect-error an order needs the total that the buyer saw
    void client.checkout.place('id');
    // @ts-expect-error a code of the contract only
    isApiError(undefined, 'no_such_code');
    // @ts-expect-error keys belong to changes
    void client.products.get('id', { idempotencyKey: 'k' });
  };
  expectTypeOf(never).toBeFunction();
});
