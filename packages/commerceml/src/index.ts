export { CommerceMLError, type CommerceMLErrorCode } from './error.js';
export { defaultLimits, type Limits } from './limits.js';
export type { ProblemCode, ProblemRecord, Severity } from './problem.js';
export type { Encoding } from './encoding/detect.js';
export { readCommerceML, type ByteSource, type ReadOptions } from './reader/read-commerceml.js';

export type { CommerceMLRecord } from './records/record.js';
export type { EndRecord, FileKind, FileRecord } from './records/file.js';
export type {
  CatalogueRecord,
  ClassifierRecord,
  Container,
  ContainerRecord,
  CounterpartiesRecord,
  OffersPackageRecord,
} from './records/container.js';
export type {
  CategoryRecord,
  GroupRecord,
  PriceTypeRecord,
  PropertyRecord,
  PropertyVariant,
} from './records/classifier.js';
export type { Marks } from './records/marks.js';
export {
  splitGoodsId,
  type Characteristic,
  type Goods,
  type GoodsId,
  type GoodsReference,
} from './records/goods.js';
export type { Picture } from './records/picture.js';
export type { PropertyValue } from './records/property-value.js';
export type { ProductRecord } from './records/product.js';
export type { OfferByCodeRecord, OfferRecord } from './records/offer.js';
export { preferredPrices, type Price } from './records/price.js';
export type { Rest } from './records/rest.js';
export type { Tax } from './records/tax.js';
export type { Unit, UnitConversion, UnitRecord } from './records/unit.js';
export type { WarehouseRecord } from './records/warehouse.js';
export type { Address, Contact } from './records/address.js';
export type { Account } from './records/account.js';
export type { Counterparty, CounterpartyRecord, Representative } from './records/counterparty.js';
export type { Adjustment } from './records/adjustment.js';
export type { Document, DocumentKind, DocumentRecord, Named } from './records/document.js';
export type { DocumentLine, LineWarehouse } from './records/document-line.js';
export { orderFacts, type OrderFacts } from './records/order-facts.js';
export { requisiteValue, type Requisite } from './records/requisite.js';

export { foldName } from './values/fold.js';
export { readCurrency } from './values/currency.js';
export { readDate, readTime } from './values/date.js';
export { readDecimal } from './values/decimal.js';
export { readFlag } from './values/flag.js';

export { handleExchange, resumeExchange } from './protocol/exchange.js';
export { normaliseFileName } from './protocol/file-name.js';
export { overdueFiles } from './protocol/import-file.js';
export { readQuery } from './protocol/query.js';
export { partStart, type ExchangeRequest, type PartStart, type UploadedPart } from './protocol/request.js';
export { defaultExchangeSettings, type ExchangeSettings } from './protocol/settings.js';
export { isPicture, type ExchangeFile, type ExchangeState, type ExchangeType } from './protocol/state.js';
export type {
  ArchiveToUnpack,
  DoneOutcome,
  ExchangeReply,
  ExchangeStep,
  ExchangeTask,
  ImportOutcome,
  QueryOutcome,
  TaskOutcome,
  UnpackOutcome,
} from './protocol/step.js';

export {
  writeCommerceML,
  writeDocuments,
  type WritableRecord,
  type WriteOptions,
} from './writer/write-commerceml.js';
export { writeInfo, type ExchangeInfo, type InfoItem } from './writer/write-info.js';
export type { DocumentDraft, Draft, DraftOfType, RecordDraft } from './writer/draft.js';
export type { LackingCharacters } from './writer/encode.js';
