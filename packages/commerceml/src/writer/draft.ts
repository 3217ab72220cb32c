import type { CommerceMLRecord } from '../records/record.js';
import type { Document } from '../records/document.js';

/** A shape of which any part may be left out. What is left out is not written; `''`, `null` and `[]` are written empty. */
export type Draft<Shape> = Shape extends readonly (infer Item)[]
  ? readonly Draft<Item>[]
  : Shape extends object
    ? { readonly [Key in keyof Shape]?: Draft<Shape[Key]> | undefined }
    : Shape;

type DraftOf<Type extends CommerceMLRecord> = Type extends { readonly type: infer Name; readonly id: string }
  ? { readonly type: Name; readonly id: string } & Draft<Omit<Type, 'id' | 'line' | 'type'>>
  : { readonly type: Type['type'] } & Draft<Omit<Type, 'line' | 'type'>>;

type Written<Type> = Type extends CommerceMLRecord ? DraftOf<Type> : never;

/** A record to be written. Records that were read are such drafts. */
export type RecordDraft = Written<Exclude<CommerceMLRecord, { type: 'end' | 'problem' }>>;

/** The draft of one type of records. */
export type DraftOfType<Type extends RecordDraft['type']> = Extract<RecordDraft, { readonly type: Type }>;

/** A document to be written; an order is one with `kind: 'order'`. */
export type DocumentDraft = { readonly id: string } & Draft<Omit<Document, 'id'>>;
