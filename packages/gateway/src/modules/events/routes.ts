import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { EventStreams } from './streams.js';

export function eventRoutes(streams: EventStreams): Route[] {
  return [
    route(operations.events.stream, async ({ scope, request }) => {
      const headers = {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'private, no-store',
        // Asks nginx to pass events on at once.
        'x-accel-buffering': 'no',
      };
      // Nobody would read what a HEAD request opens.
      const body = request.method === 'HEAD' ? null : await streams.open(scope, request);
      return new Response(body, { headers });
    }),
  ];
}
