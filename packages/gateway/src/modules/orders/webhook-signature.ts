/**
 * Signs a webhook's body: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`. A receiver recomputes it with the shared
 * secret and refuses a `t` that is too old.
 */
export async function signWebhook(secret: string, body: string, now: Date): Promise<string> {
  const time = Math.floor(now.getTime() / 1000);
  return `t=${String(time)},v1=${await hmac(secret, `${String(time)}.${body}`)}`;
}

async function hmac(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
