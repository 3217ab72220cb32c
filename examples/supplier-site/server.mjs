/** The web server of a supplier: static files, strict headers, and one path that leads to the gateway. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const elements = join(import.meta.dirname, '../../node_modules/@kontor/elements/dist/cdn');
const gatewayPath = '/b2b/';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/** As strict as a policy gets: nothing inline, nothing from elsewhere, no markup from texts. */
const headersOf = (policy) => ({
  'content-security-policy': [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${policy}`,
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
});

/** Serves a folder of pages, the elements at `/kontor` and the gateway at `/b2b`. */
export async function serveSite({
  gateway,
  port = 0,
  folder = join(import.meta.dirname, 'site'),
  policy = 'kontor-elements',
}) {
  const headers = headersOf(policy);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    if (path.startsWith(gatewayPath)) pass(request, response, gateway());
    else void answer(fileOf(folder, decodeURIComponent(path)), response, headers);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(file, response, headers) {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Not here');
    return;
  }
  const type = types[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': 'no-cache' });
  createReadStream(file).pipe(response);
}

function fileOf(folder, path) {
  const [root, rest] = path.startsWith('/kontor/')
    ? [elements, path.slice('/kontor'.length)]
    : [folder, path];
  const file = normalize(join(root, rest.endsWith('/') ? `${rest}index.html` : rest));
  return file.startsWith(root + sep) ? file : join(root, 'nothing');
}

/** Passes a request on as it is, and its answer back as it comes, events included. */
function pass(request, response, gateway) {
  if (gateway === undefined) {
    response.writeHead(503, { 'retry-after': '1' }).end();
    return;
  }
  const target = new URL(request.url.slice(gatewayPath.length - 1), gateway);
  const passed = ask(
    target,
    { method: request.method, headers: { ...request.headers, host: target.host } },
    (given) => {
      response.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(response);
    },
  );
  passed.on('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  response.on('close', () => passed.destroy());
  request.pipe(passed);
}
