import { operations } from '@kontor/contract';

import { route, type Route } from '../../http/route.js';
import type { Documents } from './service.js';

export function documentRoutes(documents: Documents): Route[] {
  return [
    route(operations.documents.get, ({ scope, params }) => documents.get(scope, params.id)),
    route(operations.documents.content, ({ scope, params }) => documents.content(scope, params.id)),
  ];
}
