/** What the hostile page knows; everything here runs in the browser. */
export interface HostileWindow {
  kontorRan: () => void;
  kontorRound: number;
  hostile: {
    executions: number;
    violations: string[];
    shown: Set<string>;
    hosts: Set<string>;
    underWay: number;
  };
}

/**
 * Makes every text of an answer a hostile one, and takes that out of requests again: articles and search terms come back.
 * What is no text of anybody stays: ids, codes, figures and dates.
 */
export function poisonAnswers({ payloads, addresses }: { payloads: string[]; addresses: string[] }): void {
  const page = globalThis as unknown as HostileWindow & typeof globalThis;
  page.kontorRound = 0;
  page.hostile = { executions: 0, violations: [], shown: new Set(), hosts: new Set(), underWay: 0 };
  page.kontorRan = () => void (page.hostile.executions += 1);
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    page.hostile.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
  });

  const noText = [
    /^$/,
    /^-?[\d.]+$/,
    /^\d{4}-\d\d-\d\d/,
    /^[A-Z]{3}$/,
    // Codes of the contract, as `in_transit` and `perUnit`.
    /^[a-z]+((_[a-z]+)+|([A-Z][a-z]+)*)$/,
  ];
  const noTextKey =
    /^(id|version|revision|nextCursor|token|contentType|attribute|key|slug)$|Ids?$|[cC]ursor$/;

  /** The same text gets the same payload within a round: what belongs together stays together. */
  const turnOf = (text: string, count: number): number => {
    let sum = 0;
    for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
    return (sum + page.kontorRound) % count;
  };
  const poisonText = (text: string, key: string): string => {
    if (noTextKey.test(key) || noText.some((pattern) => pattern.test(text))) return text;
    if (/^(url|photo|messenger|href)$/i.test(key)) return addresses[turnOf(text, addresses.length)] ?? text;
    return `${payloads[turnOf(text, payloads.length)] ?? ''}${text}`;
  };
  const poison = (body: unknown, key: string): unknown => {
    if (typeof body === 'string') return poisonText(body, key);
    if (Array.isArray(body)) return body.map((each) => poison(each, key));
    if (typeof body !== 'object' || body === null) return body;
    return Object.fromEntries(Object.entries(body).map(([name, each]) => [name, poison(each, name)]));
  };
  const cure = (text: string, write: (payload: string) => string): string =>
    payloads
      .filter((payload) => payload.length > 12)
      .reduce((rest, payload) => rest.replaceAll(write(payload), ''), text);

  const real = fetch;
  page.fetch = async (given, init) => {
    const request = new Request(given, init);
    if (request.url.includes('/events')) return real(request);
    page.hostile.underWay += 1;
    try {
      const url = cure(request.url, encodeURIComponent);
      const text = request.method === 'GET' ? undefined : await request.text();
      const body = text ? { body: cure(text, (payload) => JSON.stringify(payload).slice(1, -1)) } : {};
      const { method, headers, signal, credentials } = request;
      const answer = await real(url, { method, headers, signal, credentials, ...body });
      if (!answer.headers.get('content-type')?.includes('json')) return answer;
      const poisoned = poison(await answer.json(), '');
      return new Response(JSON.stringify(poisoned), { status: answer.status, headers: answer.headers });
    } finally {
      page.hostile.underWay -= 1;
    }
  };
}

/** Shows all elements anew with other payloads, opens what can be opened, and answers what became of the texts. */
export async function playRound({
  round,
  payloads,
}: {
  round: number;
  payloads: string[];
}): Promise<string[]> {
  const page = globalThis as unknown as HostileWindow & typeof globalThis;
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const quiet = async (): Promise<void> => {
    for (let still = 0, turns = 0; still < 4 && turns < 200; turns += 1) {
      await wait(25);
      still = page.hostile.underWay === 0 ? still + 1 : 0;
    }
  };
  const all = (root: ParentNode): Element[] =>
    [...root.querySelectorAll('*')].flatMap((each) => [
      each,
      ...(each.shadowRoot ? all(each.shadowRoot) : []),
    ]);

  page.kontorRound = round;
  const old = document.querySelector('kontor-shop');
  const fresh = old?.cloneNode(true) as Element;
  old?.replaceWith(fresh);
  await quiet();
  const search = all(fresh).find((each) => each.matches('input[role=combobox], input[type=search]')) as
    HTMLInputElement | undefined;
  if (search) {
    search.focus();
    search.value = 'болт';
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  for (const each of all(fresh))
    if (each.matches('[popovertarget], [name=method], [aria-expanded=false], summary'))
      (each as HTMLElement).click();
  await quiet();

  const ours = /^(kontor-|host-)/;
  const foreign =
    /^(script|iframe|object|embed|link|meta|base|marquee|math|video|audio|image|foreignobject|animate)$/i;
  const found: string[] = [];
  for (const each of all(fresh)) {
    if (foreign.test(each.localName))
      found.push(`<${each.localName}> in ${each.parentElement?.localName ?? 'a shadow'}`);
    if (each.localName.includes('-') && !ours.test(each.localName)) found.push(`<${each.localName}>`);
    for (const { name, value } of each.attributes) {
      if (name.startsWith('on')) found.push(`${name} of <${each.localName}>`);
      if (
        /^(href|src|action|formaction|xlink:href|srcdoc|data)$/.test(name) &&
        /^\W*(java\s*script|data|vbscript):/i.test(value)
      )
        found.push(`${name}="${value.slice(0, 40)}" of <${each.localName}>`);
    }
    const text = [...each.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
    const root = each.getRootNode();
    for (const payload of payloads) {
      if (payload.length < 12 || !text.includes(payload)) continue;
      page.hostile.shown.add(payload);
      if (root instanceof ShadowRoot) page.hostile.hosts.add(root.host.localName);
    }
  }
  return [...new Set(found)];
}
