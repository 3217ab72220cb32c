import * as z from 'zod/mini';

/** Registers a schema as a component of the OpenAPI document and returns it. */
export function named<Schema extends z.ZodMiniType>(id: string, description: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { id, description });
  return schema;
}

/** Attaches a description to an inline schema and returns it. */
export function described<Schema extends z.ZodMiniType>(description: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}
