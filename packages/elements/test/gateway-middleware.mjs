import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import { readFile } from 'node:fs/promises';
import { createInMemoryGateway } from '@kontor/gateway/in-memory';
import { demoTemplate } from '../../../scripts/demo-template.mjs';

const prefix = /^\/gateway\/([\w-]+)(\/.*)$/;
/** Gateways that stay open: each takes some hundred megabytes. */
const most = 4;

/**
 * Real gateways inside the test server: `/gateway/<name>/v1/…` is answered by the gateway of that name, made on its first request
 * from one template, so that test files do not see each other's carts. `/gateway/<name>/letters` are the letters that it sent.
 */
export function gatewayMiddleware() {
  const open = new Map();
  let template;

  function gatewayOf(name) {
    const gateway = open.get(name) ?? openGateway();
    // The one that was asked last comes last: a long file must not lose its gateway to many short ones.
    open.delete(name);
    open.set(name, gateway);
    for (const [other, idle] of [...open].slice(0, -most)) {
      open.delete(other);
      void idle.then((each) => each.close());
    }
    return gateway;
  }

  async function openGateway() {
    const gateway = await createInMemoryGateway({ from: template });
    // Invoices are rendered by a job.
    gateway.jobs.start();
    return gateway;
  }

  return {
    async middleware(context, next) {
      const [, name, path] = prefix.exec(context.path) ?? [];
      if (name === undefined) return next();
      const gateway = await gatewayOf(name);
      if (path === '/letters') {
        context.body = gateway.letters;
        return;
      }
      const answer = await gateway.fetch(await toRequest(context, path));
      context.status = answer.status;
      for (const [key, value] of answer.headers) if (key !== 'content-encoding') context.set(key, value);
      // Events stream, so everything does.
      context.body = answer.body ? Readable.fromWeb(answer.body) : null;
    },
    plugin: {
      name: 'gateways',
      /** No test has to wait for it: their time begins when they do. */
      async serverStart() {
        template = new Blob([await readFile(await demoTemplate())]);
      },
      async serverStop() {
        await Promise.all([...open.values()].map(async (gateway) => (await gateway).close()));
      },
    },
  };
}

async function toRequest({ req, querystring, origin }, path) {
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const headers = new Headers();
  for (const [key, value] of Object.entries(req.headers))
    if (typeof value === 'string') headers.set(key, value);
  return new Request(`${origin}${path}${querystring ? `?${querystring}` : ''}`, {
    method: req.method,
    headers,
    ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
  });
}
