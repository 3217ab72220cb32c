import * as z from 'zod/mini';

import { examples } from './examples/index.js';
import type { Operation } from './operation.js';
import { operationObject } from './openapi-operation.js';
import { securitySchemes, sharedHeaders, sharedParameters, tagDescriptions } from './openapi-shared.js';
import { operations } from './operations.js';
import { problems } from './problem.js';

/** Any part of an OpenAPI document. */
export type OpenapiObject = Record<string, unknown>;

/** What the document says of its gateway. */
export interface OpenapiOptions {
  version: string;
  /** Where the gateway is reached. */
  serverUrl: string;
}

/** Every operation as `resource.verb`. */
const all: [id: string, operation: Operation][] = Object.entries(operations).flatMap(([resource, verbs]) =>
  Object.entries(verbs as Record<string, Operation>).map(([verb, operation]): [string, Operation] => [
    `${resource}.${verb}`,
    operation,
  ]),
);

/** The OpenAPI 3.1 document of all {@link operations}: the schemas are those that the gateway parses with. */
export function openapiDocument({ version, serverUrl }: OpenapiOptions): OpenapiObject {
  const schemas = jsonSchemas();
  const paths: Record<string, OpenapiObject> = {};
  for (const [id, operation] of all) {
    const [resource = '', verb = ''] = id.split('.');
    const example = (examples as Record<string, Record<string, OpenapiObject>>)[resource]?.[verb] ?? {};
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = operationObject({
      id,
      operation,
      example,
      schemaOf: (part) => schemas[`${id}.${part}`] ?? {},
    });
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Kontor',
      version,
      summary: 'B2B ordering for the website that a supplier already has',
      description: introduction,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: serverUrl }],
    tags: Object.keys(operations).map((name) => ({
      name,
      description: tagDescriptions[name as keyof typeof tagDescriptions],
    })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).filter(([id]) => !isPart(id))),
      parameters: sharedParameters,
      headers: sharedHeaders,
      examples: problemExamples(JSON.stringify(paths)),
      securitySchemes,
    },
  };
}

const introduction = `Everything is JSON under \`/v1\`. Ids are opaque, money and quantities are decimal strings, lists go by
\`limit\` and \`after\`, errors are problems (RFC 9457) with a stable \`code\`. Changes take an \`Idempotency-Key\`: the same
key with the same body gives the same answer for 24 hours.`;

/** JSON schemas of all named shapes and, by `resource.verb.part`, of all parts of operations. */
function jsonSchemas(): Record<string, OpenapiObject> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of z.globalRegistry._idmap) registry.add(schema as z.ZodMiniType, { id });
  // A part that has a name already, its own or that of an operation before, is written once.
  const known = new Map<string, string>();
  for (const [id, operation] of all) {
    for (const part of parts) {
      const schema = operation[part];
      if (!schema) continue;
      const name = registry.get(schema)?.id;
      if (name === undefined) registry.add(schema, { id: `${id}.${part}` });
      else known.set(`${id}.${part}`, name);
    }
  }
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: (id) => `#/components/schemas/${id}` });
  const written: Record<string, OpenapiObject> = {};
  for (const [id, { $schema, $id, pattern, ...schema }] of Object.entries(schemas)) {
    // Beside a format its regular expression says nothing more, at length.
    written[id] = pattern === undefined || schema.format !== undefined ? schema : { ...schema, pattern };
  }
  for (const [id, name] of known)
    written[id] = isPart(name) ? (written[name] ?? {}) : { $ref: `#/components/schemas/${name}` };
  return written;
}

const parts = ['params', 'query', 'body', 'answer'] as const;

/** Whether a schema is of one operation; named shapes have no dots. */
function isPart(id: string): boolean {
  return id.includes('.');
}

/** An example of each problem that an operation refers to. */
function problemExamples(paths: string): Record<string, OpenapiObject> {
  const used = Object.entries(problems).filter(([code]) => paths.includes(`#/components/examples/${code}"`));
  return Object.fromEntries(
    used.map(([code, { status, title }]) => [
      code,
      {
        summary: title,
        value: { type: `urn:kontor:problem:${code}`, code, title, status, requestId: 'req_7hq2m4k9x3w8c5t1' },
      },
    ]),
  );
}
