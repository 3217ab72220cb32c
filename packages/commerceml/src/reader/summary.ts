import type { EndRecord, FileKind } from '../records/file.js';
import type { OfferByCodeRecord, OfferRecord } from '../records/offer.js';
import type { CommerceMLRecord } from '../records/record.js';

/** The first that is there is what a file is about. */
const order: readonly FileKind[] = [
  'documents',
  'catalogue',
  'offers',
  'prices',
  'rests',
  'counterparties',
  'properties',
  'groups',
  'categories',
  'priceTypes',
  'warehouses',
  'units',
];

const kinds: Readonly<Partial<Record<CommerceMLRecord['type'], FileKind>>> = {
  document: 'documents',
  product: 'catalogue',
  counterparty: 'counterparties',
  property: 'properties',
  group: 'groups',
  category: 'categories',
  priceType: 'priceTypes',
  warehouse: 'warehouses',
  unit: 'units',
};

/** Counts records, and knows in the end what the file was about. */
export class Summary {
  readonly #counts: Record<string, number> = {};
  readonly #contents = new Set<FileKind>();

  add(record: CommerceMLRecord): void {
    const { type } = record;
    this.#counts[type] = (this.#counts[type] ?? 0) + 1;
    const kind = kinds[type];
    if (kind !== undefined) this.#contents.add(kind);
    else if (type === 'offer' || type === 'offerByCode') this.#addOffer(record);
  }

  end(line: number, bytes: number): EndRecord {
    const contents = order.filter((kind) => this.#contents.has(kind));
    return { type: 'end', line, bytes, kind: contents[0] ?? 'empty', contents, counts: this.#counts };
  }

  /** Rows of prices and of stock alone, in split exchanges, describe nothing. */
  #addOffer(offer: OfferByCodeRecord | OfferRecord): void {
    const hasRests = offer.rests !== undefined || offer.quantity !== undefined;
    if (offer.prices !== undefined) this.#contents.add('prices');
    if (hasRests) this.#contents.add('rests');
    const isBare = offer.name === undefined && offer.characteristics === undefined;
    if (!isBare || (offer.prices === undefined && !hasRests)) this.#contents.add('offers');
  }
}
