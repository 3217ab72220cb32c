import { createClient, type Client } from '@kontor/sdk';
import { createShop, type Shop } from '@kontor/state';

import { password, people } from '../packages/elements/test/demo.js';
import type { ChangeAnswer } from '../packages/elements/test/story-answers.js';
import { gatewayFetch } from './gateway/gateway-fetch.js';
import { withPictures } from './gateway/pictures.js';

/** Who looks at a story: somebody of the demo supplier's buyers, or nobody. */
export type Who = keyof typeof people | 'visitor';

/** What a story asks of the world around it; `parameters.kontor`. */
export interface StoryWorld {
  /** Articles and quantities in the cart. */
  cart?: readonly (readonly [sku: string, quantity: string])[];
  /** Calls that fail as without a network, by `GET /v1/…`. */
  cut?: RegExp;
  /** Calls that are never answered. */
  hold?: RegExp;
  /** What becomes of answers on their way. */
  answer?: ChangeAnswer;
  /** Calls that the gateway refuses because it knows nothing of them, and `answer` answers. */
  unknown?: RegExp;
  /** What happens before anybody looks. */
  prepare?: (world: { client: Client; shop: Shop }) => Promise<void>;
}

const baseUrl = 'https://gateway.invalid';
const open = new Map<string, { key: string; shop: Promise<Shop> }>();

/** The shop of one story: a session and a cart of its own on the gateway of the page. */
export function storyShop(storyId: string, who: Who, world: StoryWorld): Promise<Shop> {
  const former = open.get(storyId);
  if (former?.key === who) return former.shop;
  void former?.shop.then((shop) => shop.close());
  const shop = openShop(storyId, who, world);
  open.set(storyId, { key: who, shop });
  return shop;
}

/** Closes the shops of stories that are not looked at any more. */
export function closeOtherShops(storyIds: readonly string[]): void {
  for (const [id, { shop }] of open)
    if (!storyIds.includes(id)) {
      open.delete(id);
      void shop.then((each) => each.close());
    }
}

let underWay = 0;

/** Resolves when nothing is asked of the gateway any more; events and what a story holds back do not count. */
export async function settled(): Promise<void> {
  for (let quiet = 0, turns = 0; quiet < 3 && turns < 200; turns += 1) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    quiet = underWay === 0 ? quiet + 1 : 0;
  }
}

async function counted<Answer>(answering: Promise<Answer>): Promise<Answer> {
  underWay += 1;
  try {
    return await answering;
  } finally {
    underWay -= 1;
  }
}

async function openShop(storyId: string, who: Who, world: StoryWorld): Promise<Shop> {
  let cart: Promise<string | undefined> | undefined;
  let isPrepared = false;
  const changed = async (response: Response, call: string): Promise<Response> => {
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const isUnknown = world.unknown?.test(call) ?? false;
    if (!world.answer || !isJson || (!response.ok && !isUnknown)) return response;
    const body = world.answer(await response.json(), call);
    const status = isUnknown ? 200 : response.status;
    return new Response(JSON.stringify(body), { status, headers: response.headers });
  };
  const client = createClient({
    baseUrl,
    retries: 0,
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const call = `${request.method} ${pathname}`;
      if (isPrepared && world.hold?.test(call)) return new Promise(() => undefined);
      if (isPrepared && world.cut?.test(call)) throw new TypeError('The network is cut');
      if (pathname === '/v1/events') return gatewayFetch(request);
      if (pathname !== '/v1/carts/current')
        return counted(
          gatewayFetch(request)
            .then(withPictures)
            .then((response) => changed(response, call)),
        );
      cart ??= openCart(client, `${mark}${storyId}`, world);
      const id = await counted(cart);
      const own = id === undefined ? request : new Request(`${baseUrl}/v1/carts/${id}`, request);
      return counted(gatewayFetch(own).then((response) => changed(response, call)));
    },
  });
  const shop = createShop(client, { address: baseUrl, name: storyId, gatherFor: 5 });
  if (who !== 'visitor') await shop.session.signIn({ email: people[who], password });
  await world.prepare?.({ client, shop });
  isPrepared = true;
  return shop;
}

const mark = 'Story ';

/** A cart of the story's own, so that stories beside each other do not fill each other's; undefined for who has none. */
async function openCart(
  client: Client,
  name: string,
  { cart = [] }: StoryWorld,
): Promise<string | undefined> {
  const { can } = await client.session.get();
  if (!can.fillCart) return undefined;
  for await (const former of client.carts.list()) {
    const isLeft = former.name.startsWith(mark) && !open.has(former.name.slice(mark.length));
    if (isLeft || former.name === name) await client.carts.remove(former.id);
  }
  const { id } = await client.carts.create({ name });
  const lines = cart.map(([sku, quantity]) => ({ sku, quantity }));
  if (lines.length > 0) await client.carts.setLines(id, lines);
  return id;
}
