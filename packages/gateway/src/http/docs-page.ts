import type { DocsAssets } from '../ports.js';
import { ProblemError } from '../problem-error.js';
import { version } from '../version.js';
import { docsScript } from './docs-page-script.js';
import { docsStyle } from './docs-page-style.js';

/** Only this gateway's own files; no script and no style stands in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Kontor API reference</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="docs/swagger-ui.css?${version}">
    <link rel="stylesheet" href="docs/page.css?${version}">
  </head>
  <body>
    <main id="reference"></main>
    <noscript>The reference needs JavaScript. The document itself: <a href="v1/openapi.json">openapi.json</a></noscript>
    <script src="docs/swagger-ui-bundle.js?${version}"></script>
    <script src="docs/page.js?${version}"></script>
  </body>
</html>
`;

const own: Readonly<Record<string, { body: string; type: string }>> = {
  'page.css': { body: docsStyle, type: 'text/css; charset=utf-8' },
  'page.js': { body: docsScript, type: 'text/javascript; charset=utf-8' },
};

/**
 * Answers the reference page.
 * @throws ProblemError `not_found` where its files are not there, as in a page's own gateway
 */
export function serveDocsPage(assets: DocsAssets | undefined): Response {
  if (!assets) throw new ProblemError('not_found');
  return new Response(page, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'public, max-age=300',
    },
  });
}

/**
 * Answers a file of the reference page.
 * @throws ProblemError `not_found`
 */
export async function serveDocsAsset(assets: DocsAssets | undefined, name: string): Promise<Response> {
  const asset = assets && (Object.hasOwn(own, name) ? own[name] : await assets(name));
  if (!asset) throw new ProblemError('not_found');
  return new Response(asset.body as Uint8Array<ArrayBuffer> | string, {
    headers: { 'content-type': asset.type, 'cache-control': 'public, max-age=86400' },
  });
}
