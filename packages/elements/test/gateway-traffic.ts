/** What the page and its gateway say to each other. */
export interface GatewayTraffic {
  /** Words of the supplier, the longest first: all texts of answers that are no codes. */
  words(): readonly string[];
  /** Resolves when nothing is asked any more, and what came is drawn. */
  quiet(): Promise<void>;
  stop(): void;
}

/** @param change what becomes of an answer's body on its way */
export function listenToGateway(
  change: (body: unknown, path: string) => unknown = (body) => body,
): GatewayTraffic {
  const heard = new Set<string>();
  const real = globalThis.fetch;
  let underWay = 0;
  globalThis.fetch = async (...call: Parameters<typeof fetch>) => {
    const { pathname } = new URL(call[0] instanceof Request ? call[0].url : String(call[0]));
    const isStream = pathname.endsWith('/events');
    if (!isStream) underWay += 1;
    try {
      const answer = await real(...call);
      if (!answer.headers.get('content-type')?.includes('json')) return answer;
      const body = change(await answer.json(), pathname);
      listen(body, heard);
      return new Response(JSON.stringify(body), answer);
    } finally {
      if (!isStream) underWay -= 1;
    }
  };
  return {
    words: () => [...heard].sort((left, right) => right.length - left.length),
    async quiet() {
      for (let still = 0, turns = 0; still < 3 && turns < 400; turns += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        still = underWay === 0 ? still + 1 : 0;
      }
    },
    stop: () => void (globalThis.fetch = real),
  };
}

function listen(body: unknown, heard: Set<string>): void {
  if (typeof body === 'string') {
    // A code has to be translated: it is not the supplier's.
    if (body.length > 1 && !/^[a-z]+(_[a-z]+)*$/.test(body)) heard.add(body.replace(/\s+/g, ' ').trim());
  } else if (typeof body === 'object' && body !== null) {
    for (const each of Object.values(body)) listen(each, heard);
  }
}
