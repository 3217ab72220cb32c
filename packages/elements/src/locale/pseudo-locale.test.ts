import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import * as elements from '../index.js';
import { ownerScenes, prepareOwner, visitorScenes, type Scene } from '../../test/every-element.js';
import { everythingIn, overflowsOf, textsIn } from '../../test/everything.js';
import { listenToGateway, type GatewayTraffic } from '../../test/gateway-traffic.js';
import { openPage, type TestPage } from '../../test/page.js';
import { english } from './en/texts.js';
import type { Message } from './messages.js';

const accented: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', s: 'š' };

/** A text that can be told from all others, two fifths longer. */
function pseudo(text: string): string {
  const marked = text.replaceAll(/\{\w+\}|[a-z]/g, (part) => accented[part] ?? part);
  const words = Math.max(1, text.split(' ').length - 1);
  const more = Array.from({ length: Math.ceil(text.length * 0.4) }, (_, at) =>
    at % 8 === 7 && words > 1 ? ' ' : 'ž',
  );
  return `⟦${marked}${words > 1 ? ' ' : ''}${more.join('')}⟧`;
}

const pseudoOf = (message: Message): Message =>
  typeof message === 'string'
    ? pseudo(message)
    : (Object.fromEntries(Object.entries(message).map(([form, text]) => [form, pseudo(text)])) as Message);

/** What is left of a text when what is translated, the supplier's words and figures are taken away. */
function untranslated(text: string, known: readonly string[]): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  for (const word of known) rest = rest.replaceAll(word, ' ');
  // Dates, lists and keys, which Intl and the keyboard speak.
  rest = rest.replaceAll(
    /\b(?:\d+ )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|\b(?:AM|PM|and)\b/g,
    ' ',
  );
  // Whatever is not in Latin letters is not English, so it is not ours.
  return /[a-zA-Z]{2,}/.test(rest) ? rest.replace(/\s+/g, ' ').trim() : '';
}

describe('a language that is no language', () => {
  let page: TestPage;
  let traffic: GatewayTraffic;
  const seen = new Set<string | null>();

  beforeEach(() => {
    traffic = listenToGateway();
    page = openPage('pseudo');
  });
  afterEach(async () => {
    page.close();
    traffic.stop();
    await setViewport({ width: 1000, height: 800 });
  });

  /** Shows a scene and answers what is wrong with it. */
  async function look({ name, content, act }: Scene, width: number): Promise<string[]> {
    await setViewport({ width, height: 800 });
    const element = await page.show(content);
    const shop = element.closest('kontor-shop')!;
    shop.messages = Object.fromEntries(
      Object.entries(english).map(([key, message]) => [key, pseudoOf(message)]),
    );
    await traffic.quiet();
    if (!page.cut) await act?.(element);
    await traffic.quiet();
    for (const { localName } of everythingIn(document.body)) seen.add(localName);
    const known = traffic.words();
    const texts = textsIn(shop).map((text) => untranslated(text, known));
    return [
      ...new Set(texts.filter((text) => text !== '').map((text) => `${name}: ${text}`)),
      ...(width < 400 ? overflowsOf(document.body).map((what) => `${name} is too wide: ${what}`) : []),
    ];
  }

  async function lookAtAll(scenes: readonly Scene[], width: number): Promise<string[]> {
    const found: string[] = [];
    for (const scene of scenes) found.push(...(await look(scene, width)));
    return found;
  }

  for (const width of [1000, 320]) {
    it(`leaves nothing untranslated for visitors at ${String(width)} px`, async () => {
      expect(await lookAtAll(visitorScenes, width)).to.deep.equal([]);
    });

    it(`leaves nothing untranslated for buyers at ${String(width)} px`, async () => {
      const orderId = await prepareOwner(page);
      expect(await lookAtAll(ownerScenes(orderId), width)).to.deep.equal([]);
    });
  }

  it('leaves nothing untranslated without a network', async () => {
    const orderId = await prepareOwner(page);
    page.cut = /\/v1\/(?!session|events)/;
    expect(await lookAtAll(ownerScenes(orderId), 320)).to.deep.equal([]);
  });

  it('has looked at every element there is', () => {
    const classes = Object.entries(elements).filter(([name]) => /^Kontor(?!Element|Event)/.test(name));
    const tags = classes.map(([, element]) => customElements.getName(element as CustomElementConstructor));
    expect(tags.filter((tag) => !seen.has(tag))).to.deep.equal([]);
  });
});
