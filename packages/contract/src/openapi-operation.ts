import type { OpenapiObject } from './openapi.js';
import { problemAnswers } from './openapi-problems.js';
import type { Operation } from './operation.js';

/** What an operation is written from. */
export interface OperationParts {
  /** `resource.verb`. */
  id: string;
  operation: Operation;
  example: OpenapiObject;
  /** JSON schema of a part. */
  schemaOf: (part: 'params' | 'query' | 'body' | 'answer') => OpenapiObject;
}

/** One operation of the document. */
export function operationObject(parts: OperationParts): OpenapiObject {
  const { id, operation } = parts;
  return {
    operationId: id,
    tags: [id.slice(0, id.indexOf('.'))],
    summary: operation.summary,
    description: whoMay(operation),
    security: credentialsFor(operation),
    parameters: parametersOf(parts),
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': { schema: parts.schemaOf('body'), example: parts.example['body'] },
            },
          },
        }
      : {}),
    ...(operation.upload ? { requestBody: { required: true, content: filesOf(operation.upload) } } : {}),
    responses: { ...successOf(parts), ...problemAnswers(operation) },
  };
}

const audiences = {
  anyone: 'For anyone; whoever is signed in gets an own view.',
  person: 'For signed-in people.',
  member: 'For members who act for a company.',
  buyer: 'For members who act for a company under an agreement.',
  staff: "For the supplier's staff.",
  admin: 'For admins of the supplier.',
  integration: 'For other systems of the supplier, with an integration key as bearer token.',
} as const;

function credentialsFor({ access }: Operation): OpenapiObject[] {
  if (access === 'integration') return [{ bearer: [] }];
  return [...(access === 'anyone' ? [{}] : []), { bearer: [] }, { cookie: [] }];
}

const filesOf = (types: readonly string[]): OpenapiObject =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }]));

function whoMay({ access, needs }: Operation): string {
  return needs === undefined ? audiences[access] : `${audiences[access]} Needs the permission \`${needs}\`.`;
}

function parametersOf({ operation, example, schemaOf }: OperationParts): OpenapiObject[] {
  const shared = (name: string, isThere: boolean): OpenapiObject[] =>
    isThere ? [{ $ref: `#/components/parameters/${name}` }] : [];
  const isUnsafe = operation.method !== 'GET';
  const isCached = operation.caching === 'public' || operation.caching === 'private';
  return [
    ...(operation.params ? namedParameters('path', schemaOf('params'), example['params']) : []),
    ...(operation.query ? namedParameters('query', schemaOf('query'), example['query']) : []),
    ...shared('RequiredIdempotencyKey', operation.idempotency === 'required'),
    ...shared('IdempotencyKey', isUnsafe && (operation.idempotency ?? 'accepted') === 'accepted'),
    ...shared('IfMatch', isUnsafe && operation.version !== undefined),
    ...shared('IfNoneMatch', isCached),
    ...shared('LastEventId', operation.media?.includes('text/event-stream') ?? false),
    ...shared('AcceptLanguage', true),
  ];
}

function namedParameters(place: 'path' | 'query', schema: OpenapiObject, example: unknown): OpenapiObject[] {
  const required = (schema['required'] ?? []) as string[];
  const values = (example ?? {}) as OpenapiObject;
  return Object.entries((schema['properties'] ?? {}) as Record<string, OpenapiObject>).map(
    ([name, { description, ...rest }]) => ({
      name,
      in: place,
      ...(place === 'path' || required.includes(name) ? { required: true } : {}),
      ...(description === undefined ? {} : { description }),
      schema: rest,
      ...(values[name] === undefined ? {} : { example: values[name] }),
    }),
  );
}

function successOf({ operation, example, schemaOf }: OperationParts): Record<string, OpenapiObject> {
  const { answer, media = [], caching, version } = operation;
  const status = operation.status ?? (answer || media.length > 0 ? 200 : 204);
  const isCached = caching === 'public' || caching === 'private';
  const tag = isCached ? 'ETag' : version === undefined ? undefined : 'Version';
  const headers = {
    'X-Request-Id': { $ref: '#/components/headers/RequestId' },
    ...(tag === undefined ? {} : { ETag: { $ref: `#/components/headers/${tag}` } }),
  };
  const text = (example['text'] ?? {}) as Record<string, string>;
  const content = answer
    ? { 'application/json': { schema: schemaOf('answer'), example: example['answer'] } }
    : Object.fromEntries(
        media.map((type) => [
          type,
          {
            schema: {
              type: 'string',
              contentMediaType: type,
              ...(type === 'text/event-stream' ? eventData : {}),
            },
            ...(text[type] === undefined ? {} : { example: text[type] }),
          },
        ]),
      );
  return {
    [String(status)]: {
      description: descriptions[status],
      headers,
      ...(Object.keys(content).length > 0 ? { content } : {}),
    },
    ...(isCached ? { '304': { description: 'What is known is current.', headers } } : {}),
  };
}

/** What stands in the `data` of each event. */
const eventData = { contentSchema: { $ref: '#/components/schemas/ShopEvent' } } as const;

const descriptions = {
  200: 'Done.',
  201: 'Made.',
  202: 'Taken; it goes on without the caller.',
  204: 'Done; there is nothing to say.',
} as const;
