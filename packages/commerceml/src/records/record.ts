import type { ProblemRecord } from '../problem.js';
import type { CategoryRecord, GroupRecord, PriceTypeRecord, PropertyRecord } from './classifier.js';
import type { ContainerRecord } from './container.js';
import type { CounterpartyRecord } from './counterparty.js';
import type { DocumentRecord } from './document.js';
import type { EndRecord, FileRecord } from './file.js';
import type { OfferByCodeRecord, OfferRecord } from './offer.js';
import type { ProductRecord } from './product.js';
import type { UnitRecord } from './unit.js';
import type { WarehouseRecord } from './warehouse.js';

/**
 * Everything that a file tells, by `type`. A file starts with `file` and, if it is whole, ends with `end`; `classifier`,
 * `catalogue`, `offersPackage` and `counterparties` come before the rows that they hold.
 */
export type CommerceMLRecord =
  | CategoryRecord
  | ContainerRecord
  | CounterpartyRecord
  | DocumentRecord
  | EndRecord
  | FileRecord
  | GroupRecord
  | OfferByCodeRecord
  | OfferRecord
  | PriceTypeRecord
  | ProblemRecord
  | ProductRecord
  | PropertyRecord
  | UnitRecord
  | WarehouseRecord;
