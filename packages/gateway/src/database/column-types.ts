import type { ColumnType, JSONColumnType } from 'kysely';

/** Decimal column: a string both ways, never a float. */
export type Numeric = string;
export type WithDefault<Type> = ColumnType<Type, Type | undefined, Type>;
/** jsonb: read parsed, written as a JSON text (`json()` in `json.ts`). */
export type Json<Type extends object> = JSONColumnType<Type>;
export type JsonOrNull<Type extends object> = ColumnType<Type | null, string | null, string | null>;
export type JsonWithDefault<Type extends object> = ColumnType<Type, string | undefined, string>;
