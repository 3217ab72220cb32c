import { createClient, type Client } from '@kontor/sdk';
import { createShop, type Shop } from '@kontor/state';
import type { AxeResults, RunOptions } from 'axe-core';
import 'axe-core';
import { html, render, type TemplateResult } from 'lit';

import '../src/components/shop/shop.js';
import { password, people, skus } from './demo.js';

export { people, skus };

/** A test's page with a shop on a gateway of its own. */
export interface TestPage {
  readonly shop: Shop;
  readonly client: Client;
  /** Paths of requests so far, as `POST /v1/prices/resolve`. */
  readonly requests: string[];
  /** While set, matching requests fail as if the network were cut. */
  cut: RegExp | undefined;
  /** Lets matching requests wait until the answered function is called. */
  hold(path: RegExp): () => void;
  signIn(person: keyof typeof people): Promise<void>;
  /** The token of the link in the newest letter to somebody, as soon as it was sent. */
  tokenOfLetter(to: string): Promise<string>;
  /** Renders inside a `<kontor-shop>` and answers the first element of it. */
  show<Element extends HTMLElement>(content: TemplateResult, locale?: string): Promise<Element>;
  /** Takes everything away and closes the shop. */
  close(): void;
}

/** @param gateway name of the gateway: one per test file */
export function openPage(gateway: string): TestPage {
  const requests: string[] = [];
  const root = `${location.origin}/gateway/${gateway}`;
  const page: Pick<TestPage, 'cut'> = { cut: undefined };
  let held: { path: RegExp; end: Promise<void> } | undefined;
  const client = createClient({
    baseUrl: root,
    retries: 0,
    async fetch(request) {
      const path = `${request.method} ${new URL(request.url).pathname.replace(`/gateway/${gateway}`, '')}`;
      requests.push(path);
      if (held?.path.test(path)) await held.end;
      return page.cut?.test(path) ? Promise.reject(new TypeError('The network is cut')) : fetch(request);
    },
  });
  const shop = createShop(client, { address: root, gatherFor: 5, firstPause: 50 });
  const place = document.body.appendChild(document.createElement('div'));
  return Object.assign(page, {
    shop,
    client,
    requests,
    hold(path: RegExp) {
      let letGo = (): void => undefined;
      held = { path, end: new Promise((resolve) => (letGo = resolve)) };
      return letGo;
    },
    signIn: (person: keyof typeof people) => shop.session.signIn({ email: people[person], password }),
    async tokenOfLetter(to: string) {
      const end = performance.now() + 15_000;
      for (;;) {
        const letters = (await (await fetch(`${root}/letters`)).json()) as { to: string; text: string }[];
        const token = /token=(\S+)/.exec(letters.findLast((each) => each.to === to)?.text ?? '')?.[1];
        if (token !== undefined) return decodeURIComponent(token);
        if (performance.now() > end) throw new Error(`No letter has come to ${to}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async show<Element extends HTMLElement>(content: TemplateResult, locale = 'en') {
      render(html`<kontor-shop .shop=${shop} locale=${locale}>${content}</kontor-shop>`, place);
      const element = place.querySelector('kontor-shop')?.firstElementChild as Element;
      await until(() => !element.localName.includes('-') || element.shadowRoot !== null);
      return element;
    },
    close() {
      render(html``, place);
      place.remove();
      shop.close();
    },
  });
}

/** Waits for something to become true, in a page. @throws what it failed with last */
export async function until<Value>(check: () => Value, milliseconds = 15_000): Promise<NonNullable<Value>> {
  const end = performance.now() + milliseconds;
  let last: unknown = new Error('It did not become true');
  while (performance.now() < end) {
    try {
      const value = check();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw last instanceof Error && last.message !== 'It did not become true'
    ? last
    : new Error(`It did not become true: ${String(check)}`);
}

/** What a reader sees of an element, its shadow included, in one line. */
export function textOf(element: Element): string {
  const root = element.shadowRoot ?? element;
  const texts = [...root.childNodes].map((node) => {
    if (node instanceof HTMLStyleElement || node instanceof Comment) return '';
    if (node instanceof Element) return ` ${textOf(node)} `;
    return node.textContent ?? '';
  });
  // Isolates order what stands beside them; nobody sees them.
  return texts
    .join('')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An element anywhere inside, through shadow roots. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as querySelector has it
export function find<Found extends Element>(root: Element | ShadowRoot, selector: string): Found | undefined {
  const inside = root instanceof Element ? (root.shadowRoot ?? root) : root;
  const direct = inside.querySelector<Found>(selector);
  if (direct) return direct;
  for (const child of inside.querySelectorAll('*')) {
    const found = child.shadowRoot ? find<Found>(child.shadowRoot, selector) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Rules of accessibility that an element breaks, each with the markup that does. */
export async function violations(element: Element): Promise<string[]> {
  const { axe } = globalThis as unknown as { axe: Axe };
  const results = await axe.run(element, {
    resultTypes: ['violations'],
    rules: { region: { enabled: false } },
  });
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html: markup }) => `${id}: ${markup}`));
}

/** What the console was told as warning or error since the call. */
export function listenToConsole(): { readonly said: string[]; stop(): void } {
  const said: string[] = [];
  /* eslint-disable no-console -- this is what it listens to */
  const { warn, error } = console;
  console.warn = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  console.error = (...words: unknown[]) => void said.push(words.map(String).join(' '));
  return { said, stop: () => Object.assign(console, { warn, error }) };
}

interface Axe {
  run(element: Element, options: RunOptions): Promise<AxeResults>;
}
