import type { Cart, CartChange, Checkout, LineOperation, Order, Problem } from '@kontor/contract';

import type { TestAnswer, TestGateway } from './test-gateway.js';

/** An answer that may be a problem instead. */
export type Answer<Body> = TestAnswer<Omit<Body, 'status'> & Partial<Omit<Problem, 'status'>>>;

/** A cart that is ready to be placed. */
export interface ReadyCheckout {
  id: string;
  cartId: string;
  total: { amount: string; currency: string };
  /** Places it, with an idempotency key of its own unless one is given. */
  place(key?: string, total?: { amount: string; currency: string }): Promise<Answer<Order>>;
}

/** Somebody who buys, over HTTP. */
export interface Buyer {
  readonly token: string;
  /** Fills a cart of its own and answers its checkout with pickup chosen. */
  checkout(operations: readonly LineOperation[]): Promise<ReadyCheckout>;
}

let carts = 0;

/** Lets a demo person buy; signs it in unless it is already. */
export async function createBuyer(
  { request, signIn }: Pick<TestGateway, 'request' | 'signIn'>,
  email: string,
  session?: string,
): Promise<Buyer> {
  const token = session ?? (await signIn(email));
  const call = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await request<Body & Problem>(method, path, { token, body });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.text}`);
    return answer.body;
  };
  return {
    token,
    async checkout(operations) {
      carts += 1;
      const cart = await call<Cart>('POST', '/v1/carts', { name: `cart ${String(carts)}` });
      await call<CartChange>('POST', `/v1/carts/${cart.id}/lines`, { operations, policy: 'all-or-nothing' });
      const { id } = await call<Checkout>('POST', '/v1/checkouts', { cartId: cart.id });
      const { items } = await call<{ items: { id: string; kind: string; warehouseIds: string[] }[] }>(
        'GET',
        '/v1/delivery/methods',
      );
      const pickup = items.find(({ kind }) => kind === 'pickup');
      const delivery = { methodId: pickup?.id, warehouseId: pickup?.warehouseIds[0] };
      const { totals } = await call<Checkout>('PATCH', `/v1/checkouts/${id}`, { delivery });
      const total = { amount: totals?.total ?? '', currency: totals?.currency ?? '' };
      return {
        id,
        cartId: cart.id,
        total,
        place: (key = crypto.randomUUID(), expectedTotal = total) =>
          request('POST', `/v1/checkouts/${id}/place`, {
            token,
            headers: { 'idempotency-key': key },
            body: { expectedTotal },
          }),
      };
    },
  };
}
