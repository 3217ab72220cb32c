import type { PermissionOverrides, Role } from '@kontor/contract';
import type { Generated, GeneratedAlways } from 'kysely';

import type { Json, JsonOrNull, JsonWithDefault, Numeric, WithDefault } from './column-types.js';
import type { ExchangeTables } from './exchange-tables.js';
import type { IntegrationTables } from './integration-tables.js';
import type { LeavingTables } from './leaving-tables.js';
import type { OrderExchangeTables } from './order-exchange-tables.js';
import type {
  Localized,
  StoredLocation,
  StoredPicture,
  StoredAttribute,
  StoredOption,
  VatSums,
  StockDisplay,
  PriceSegment,
  Bank,
  Channel,
  StoredCallSubject,
} from './stored-values.js';

export type {
  Localized,
  StoredLocation,
  StoredPicture,
  StoredAttribute,
  StoredOption,
  VatSums,
  StockDisplay,
  PriceSegment,
  Bank,
  Channel,
  StoredCallSubject,
} from './stored-values.js';

export interface Tables extends ExchangeTables, IntegrationTables, LeavingTables, OrderExchangeTables {
  setting: { name: string; value: Json<object> };
  seller: {
    id: string;
    external_id: string | null;
    name: string;
    requisites: JsonWithDefault<Record<string, string>>;
    bank: JsonWithDefault<Bank>;
    address: WithDefault<string>;
    channel: JsonWithDefault<Channel>;
  };

  person: {
    id: string;
    email: string;
    name: string;
    phone: string | null;
    messenger: string | null;
    photo: string | null;
    password_hash: string | null;
    staff_role: 'manager' | 'admin' | null;
    locale: WithDefault<string>;
    disabled_at: Date | null;
    created_at: Date;
  };
  segment: { id: string; name: string; stock_display: JsonWithDefault<StockDisplay> };
  assortment: { id: string; external_id: string | null; name: string; is_public: WithDefault<boolean> };
  company: {
    id: string;
    external_id: string | null;
    name: string;
    legal_type: string;
    requisites: JsonWithDefault<Record<string, string>>;
    address: WithDefault<string>;
    segment_id: string | null;
    seller_id: string;
    assortment_id: string | null;
    manager_id: string | null;
    region: string | null;
    grade_id: string | null;
    base_price_type_id: string | null;
    created_at: Date;
  };
  company_address: {
    id: string;
    company_id: string;
    label: string;
    location: Json<StoredLocation>;
    street: string;
    postal_code: string | null;
    contact: string | null;
    phone: string | null;
    created_at: Date;
    removed_at: Date | null;
  };
  member: {
    id: string;
    company_id: string;
    person_id: string;
    role: Role;
    overrides: JsonWithDefault<PermissionOverrides>;
    created_at: Date;
    removed_at: Date | null;
  };
  invitation: {
    id: string;
    company_id: string;
    email: string;
    name: string;
    role: Role;
    overrides: JsonWithDefault<PermissionOverrides>;
    token_hash: Uint8Array;
    invited_by: string | null;
    created_at: Date;
    expires_at: Date;
    accepted_at: Date | null;
  };
  call_request: {
    id: string;
    company_id: string;
    member_id: string;
    phone: string;
    note: string | null;
    /** What it is about, in the words that the buyer saw. */
    about: Json<StoredCallSubject>;
    created_at: Date;
  };
  password_reset: { token_hash: Uint8Array; person_id: string; expires_at: Date; used_at: Date | null };
  access_request: {
    id: string;
    name: string;
    contact: string;
    message: string;
    status: WithDefault<'open' | 'accepted' | 'rejected'>;
    created_at: Date;
    decided_by: string | null;
    decided_at: Date | null;
  };
  session: {
    id: string;
    token_hash: Uint8Array;
    kind: 'password' | 'host' | 'apiKey';
    person_id: string;
    member_id: string | null;
    agreement_id: string | null;
    location: JsonOrNull<StoredLocation>;
    revision: WithDefault<number>;
    name: string | null;
    scopes: string[] | null;
    created_at: Date;
    last_seen_at: Date | null;
    expires_at: Date | null;
    ended_at: Date | null;
  };
  audit_entry: {
    id: string;
    at: Date;
    action: string;
    person_id: string | null;
    company_id: string | null;
    subject: string | null;
    details: JsonWithDefault<Record<string, unknown>>;
  };
  rate_limit: { key: string; points: number; expires_at: Date };
  idempotency: {
    key: string;
    caller: string;
    request_hash: Uint8Array;
    status: number | null;
    headers: JsonOrNull<Record<string, string>>;
    body: Uint8Array | null;
    created_at: Date;
  };

  category: {
    id: string;
    external_id: string | null;
    parent_id: string | null;
    name: Json<Localized>;
    slug: string;
    position: WithDefault<number>;
    path: string[];
    sort_key: WithDefault<string>;
  };
  product: {
    id: string;
    external_id: string | null;
    category_id: string;
    name: Json<Localized>;
    slug: string;
    description: JsonWithDefault<Localized>;
    brand: string | null;
    attributes: JsonWithDefault<StoredAttribute[]>;
    options: JsonWithDefault<StoredOption[]>;
    pictures: JsonWithDefault<StoredPicture[]>;
    sort_key: WithDefault<string>;
    status: WithDefault<'active' | 'discontinued'>;
    created_at: Date;
    updated_at: Date;
  };
  variant: {
    id: Generated<number>;
    external_id: string | null;
    product_id: string;
    sku: string;
    name: Json<Localized>;
    options: JsonWithDefault<Record<string, string>>;
    attributes: JsonWithDefault<StoredAttribute[]>;
    barcodes: WithDefault<string[]>;
    unit_code: WithDefault<string>;
    unit_name: WithDefault<string>;
    rule_min: WithDefault<Numeric>;
    rule_step: WithDefault<Numeric>;
    rule_max: Numeric | null;
    packs: JsonWithDefault<{ name: string; quantity: string }[]>;
    picture: JsonOrNull<StoredPicture>;
    vat_rate: Numeric | null;
    weight_grams: Numeric | null;
    position: WithDefault<number>;
    status: WithDefault<'active' | 'discontinued'>;
    updated_at: Date;
    code_key: GeneratedAlways<string>;
  };
  analogue: {
    variant_id: number;
    analogue_id: number;
    reason: 'equivalent' | 'newer' | 'cheaper' | 'competitor';
    ratio: WithDefault<Numeric>;
    position: WithDefault<number>;
    is_from_1c: WithDefault<boolean>;
  };
  assortment_product: { assortment_id: string; product_id: string };
  customer_code: { company_id: string; code: string; variant_id: number; code_key: GeneratedAlways<string> };
  catalog_revision: { id: WithDefault<boolean>; revision: WithDefault<string> };
  search_product: { product_id: string; revision: WithDefault<string>; document: string };
  search_word: { word: string; stem: string };

  currency_rate: { currency: string; valid_from: Date; rate: Numeric };
  price_type: {
    id: string;
    external_id: string | null;
    name: string;
    currency: string;
    includes_vat: WithDefault<boolean>;
    rounding_digits: WithDefault<number>;
    /** When 1C last spoke of it; what it did not change then is as new. */
    told_at: WithDefault<Date | null>;
  };
  grade: { id: string; name: string; min_turnover: WithDefault<Numeric>; percent: WithDefault<Numeric> };
  agreement: {
    id: string;
    external_id: string | null;
    company_id: string;
    seller_id: string;
    name: string;
    number: string | null;
    currency: string;
    vat_mode: 'included' | 'excluded' | 'none';
    price_type_id: string | null;
    coefficient: WithDefault<Numeric>;
    segments: JsonOrNull<PriceSegment[]>;
    payment_kind: 'prepayment' | 'deferral' | 'cash';
    deferral_days: number | null;
    assortment_id: string | null;
    warehouse_ids: string[] | null;
    shipping_terms: string | null;
    is_default: WithDefault<boolean>;
    valid_from: string | null;
    valid_to: string | null;
    position: WithDefault<number>;
  };
  price: {
    price_type_id: string;
    variant_id: number;
    min_quantity: WithDefault<Numeric>;
    valid_from: WithDefault<Date | number>;
    valid_to: WithDefault<Date | number>;
    amount: Numeric;
    updated_at: Date;
  };
  individual_price: {
    id: Generated<number>;
    company_id: string;
    agreement_id: string | null;
    variant_id: number;
    min_quantity: WithDefault<Numeric>;
    valid_from: WithDefault<Date | number>;
    valid_to: WithDefault<Date | number>;
    currency: string;
    amount: Numeric;
    updated_at: Date;
  };
  price_epoch: { id: WithDefault<boolean>; epoch: number };

  warehouse: {
    id: string;
    external_id: string | null;
    seller_id: string;
    name: Json<Localized>;
    location: Json<StoredLocation>;
    latitude: number;
    longitude: number;
    position: WithDefault<number>;
    told_at: WithDefault<Date | null>;
  };
  place: { country: string; city: string; region: string | null; latitude: number; longitude: number };
  balance: {
    variant_id: number;
    warehouse_id: string;
    quantity: WithDefault<Numeric>;
    reserved: WithDefault<Numeric>;
    updated_at: Date;
  };
  receipt: {
    id: Generated<number>;
    variant_id: number;
    warehouse_id: string;
    expected_on: string;
    quantity: Numeric | null;
  };
  lead_time: {
    warehouse_id: string;
    country: string;
    city: WithDefault<string>;
    min_days: number;
    max_days: number;
  };

  cart: {
    id: string;
    company_id: string;
    agreement_id: string;
    member_id: string;
    name: string;
    is_current: WithDefault<boolean>;
    version: WithDefault<number>;
    line_count: WithDefault<number>;
    problem_count: WithDefault<number>;
    next_position: WithDefault<number>;
    vat_sums: JsonWithDefault<VatSums>;
    price_epoch: WithDefault<string>;
    created_at: Date;
    updated_at: Date;
    ordered_at: Date | null;
  };
  cart_line: {
    cart_id: string;
    company_id: string;
    variant_id: number;
    position: number;
    quantity: Numeric;
    comment: string | null;
    price_status: string;
    unit_price: Numeric | null;
    vat_rate: Numeric | null;
    net: Numeric | null;
    vat: Numeric | null;
    seen_unit_price: Numeric | null;
    problems: JsonWithDefault<object[]>;
    is_blocked: WithDefault<boolean>;
  };

  delivery_method: {
    id: string;
    seller_id: string | null;
    kind: 'pickup' | 'ownTransport' | 'carrier' | 'dropshipping' | 'other';
    name: Json<Localized>;
    conditions: JsonWithDefault<Localized>;
    needs_address: WithDefault<boolean>;
    warehouse_ids: string[] | null;
    position: WithDefault<number>;
    is_active: WithDefault<boolean>;
  };
  delivery_rule: {
    id: Generated<number>;
    method_id: string;
    warehouse_id: string | null;
    country: string | null;
    city: string | null;
    cost: Numeric | null;
    currency: string;
    free_from: Numeric | null;
    min_days: number | null;
    max_days: number | null;
    priority: WithDefault<number>;
  };
  checkout: {
    id: string;
    company_id: string;
    cart_id: string;
    delivery: JsonOrNull<object>;
    requested_date: string | null;
    urgency: WithDefault<'planned' | 'normal' | 'urgent'>;
    purchase_order_number: string | null;
    comment: string | null;
    created_at: Date;
    updated_at: Date;
  };

  orders: {
    id: string;
    external_id: string | null;
    number: string;
    company_id: string;
    seller_id: string;
    agreement_id: string | null;
    member_id: string | null;
    placed_by: string | null;
    provenance: 'online' | 'manager' | 'phone' | 'erp';
    status: 'placed' | 'confirmed' | 'assembling' | 'shipped' | 'delivered' | 'canceled';
    placed_at: Date;
    currency: string;
    vat_mode: 'included' | 'excluded' | 'none';
    net: Numeric;
    vat: Numeric;
    total: Numeric;
    delivery_cost: Numeric | null;
    vat_sums: JsonWithDefault<VatSums>;
    line_count: number;
    delivery: JsonOrNull<object>;
    requested_date: string | null;
    urgency: WithDefault<'planned' | 'normal' | 'urgent'>;
    purchase_order_number: string | null;
    comment: string | null;
    context: JsonWithDefault<object>;
  };
  order_line: {
    order_id: string;
    company_id: string;
    position: number;
    variant_id: number | null;
    sku: string;
    name: string;
    unit_code: string;
    unit_name: string;
    quantity: Numeric;
    unit_price: Numeric | null;
    vat_rate: Numeric | null;
    net: Numeric | null;
    vat: Numeric | null;
    total: Numeric | null;
    comment: string | null;
  };
  reservation: {
    order_id: string;
    company_id: string;
    position: number;
    variant_id: number;
    warehouse_id: string;
    quantity: Numeric;
    released_at: Date | null;
  };
  order_event: {
    id: Generated<number>;
    order_id: string;
    company_id: string;
    status: string;
    at: Date;
    by_name: string | null;
    comment: string | null;
    is_from_1c: WithDefault<boolean>;
  };
  document: {
    id: string;
    company_id: string;
    order_id: string | null;
    kind: string;
    number: string;
    date: string;
    status: string;
    media_type: string;
    blob_key: string | null;
    external_id: WithDefault<string | null>;
    created_at: Date;
  };
}

/** Tables whose rows belong to one company; every scoped query on them is bound to the caller's companies. */
export const companyTables = {
  company: 'id',
  company_address: 'company_id',
  member: 'company_id',
  invitation: 'company_id',
  call_request: 'company_id',
  customer_code: 'company_id',
  agreement: 'company_id',
  company_balance: 'company_id',
  individual_price: 'company_id',
  cart: 'company_id',
  cart_line: 'company_id',
  checkout: 'company_id',
  orders: 'company_id',
  order_line: 'company_id',
  reservation: 'company_id',
  order_event: 'company_id',
  document: 'company_id',
  event: 'company_id',
} as const satisfies Partial<{ [Table in keyof Tables]: keyof Tables[Table] }>;
