import { sql, type Kysely } from 'kysely';

/** Tables of access, catalogue, pricing, stock, carts, delivery, orders and documents. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

// One statement a string: the extended protocol of both engines takes one at a time.
const statements = [
  `create extension if not exists pg_trgm`,

  // --- settings and sellers
  `create table setting (name text primary key, value jsonb not null)`,
  `create table seller (
     id text primary key, external_id text unique, name text not null,
     requisites jsonb not null default '{}', bank jsonb not null default '{}', address text not null default '',
     channel jsonb not null default '{"kind":"none"}')`,

  // --- access
  `create table person (
     id text primary key, email text not null unique check (email = lower(email)), name text not null,
     phone text, messenger text, photo text, password_hash text,
     staff_role text check (staff_role in ('manager','admin')),
     locale text not null default 'ru', disabled_at timestamptz, created_at timestamptz not null)`,
  `create table segment (
     id text primary key, name text not null,
     stock_display jsonb not null default '{"mode":"exact"}')`,
  `create table assortment (
     id text primary key, external_id text unique, name text not null, is_public boolean not null default false)`,
  `create unique index assortment_public on assortment (is_public) where is_public`,
  `create table company (
     id text primary key, external_id text unique, name text not null, legal_type text not null,
     requisites jsonb not null default '{}', address text not null default '',
     segment_id text references segment, seller_id text not null references seller,
     assortment_id text references assortment, manager_id text references person,
     region text, grade_id text, base_price_type_id text, created_at timestamptz not null)`,
  `create index company_manager on company (manager_id)`,
  `create table company_address (
     id text primary key, company_id text not null references company on delete cascade, label text not null,
     location jsonb not null, street text not null, postal_code text, contact text, phone text,
     created_at timestamptz not null, removed_at timestamptz)`,
  `create index company_address_company on company_address (company_id)`,
  `create table member (
     id text primary key, company_id text not null references company on delete cascade, person_id text not null references person,
     role text not null, overrides jsonb not null default '{}', created_at timestamptz not null, removed_at timestamptz,
     unique (company_id, person_id))`,
  `create index member_person on member (person_id)`,
  `create table invitation (
     id text primary key, company_id text not null references company on delete cascade, email text not null, name text not null,
     role text not null, overrides jsonb not null default '{}', token_hash bytea not null unique,
     invited_by text references person, created_at timestamptz not null, expires_at timestamptz not null, accepted_at timestamptz)`,
  `create index invitation_company on invitation (company_id)`,
  `create table password_reset (
     token_hash bytea primary key, person_id text not null references person on delete cascade,
     expires_at timestamptz not null, used_at timestamptz)`,
  `create table access_request (
     id text primary key, name text not null, contact text not null, message text not null,
     status text not null default 'open' check (status in ('open','accepted','rejected')),
     created_at timestamptz not null, decided_by text references person, decided_at timestamptz)`,
  // A session and an API key are one thing: a token that stands for a person in a buyer context.
  `create table session (
     id text primary key, token_hash bytea not null unique, kind text not null check (kind in ('password','host','apiKey')),
     person_id text not null references person on delete cascade, member_id text references member on delete cascade,
     agreement_id text, location jsonb, revision integer not null default 1,
     name text, scopes text[], created_at timestamptz not null, last_seen_at timestamptz,
     expires_at timestamptz, ended_at timestamptz)`,
  `create index session_person on session (person_id) where ended_at is null`,
  `create index session_member on session (member_id) where ended_at is null`,
  `create table audit_entry (
     id text primary key, at timestamptz not null, action text not null, person_id text, company_id text,
     subject text, details jsonb not null default '{}')`,
  `create index audit_entry_at on audit_entry (at desc, id desc)`,
  `create table rate_limit (key text primary key, points integer not null, expires_at timestamptz not null)`,
  `create table idempotency (
     key text not null, caller text not null, request_hash bytea not null, status integer, headers jsonb, body bytea,
     created_at timestamptz not null, primary key (caller, key))`,
  `create index idempotency_created on idempotency (created_at)`,

  // --- catalogue
  `create table category (
     id text primary key, external_id text unique, parent_id text references category, name jsonb not null, slug text not null unique,
     position integer not null default 0, path text[] not null, sort_key text not null default '')`,
  `create index category_parent on category (parent_id)`,
  `create table product (
     id text primary key, external_id text unique, category_id text not null references category, name jsonb not null,
     slug text not null unique, description jsonb not null default '{}', brand text, attributes jsonb not null default '[]',
     options jsonb not null default '[]', pictures jsonb not null default '[]',
     sort_key text not null default '', status text not null default 'active' check (status in ('active','discontinued')),
     created_at timestamptz not null, updated_at timestamptz not null)`,
  `create index product_category on product (category_id)`,
  `create index product_sort on product (sort_key, id)`,
  `create table variant (
     id integer generated always as identity primary key, external_id text unique, product_id text not null references product on delete cascade,
     sku text not null unique, name jsonb not null, options jsonb not null default '{}', attributes jsonb not null default '[]',
     barcodes text[] not null default '{}', unit_code text not null default '796', unit_name text not null default 'шт',
     rule_min numeric(15,6) not null default 1, rule_step numeric(15,6) not null default 1, rule_max numeric(15,6),
     packs jsonb not null default '[]', picture jsonb, vat_rate numeric(5,2), weight_grams numeric(15,3),
     position integer not null default 0, status text not null default 'active' check (status in ('active','discontinued')),
     updated_at timestamptz not null)`,
  `create index variant_product on variant (product_id, position, id)`,
  `create table analogue (
     variant_id integer not null references variant on delete cascade, analogue_id integer not null references variant on delete cascade,
     reason text not null, ratio numeric(15,6) not null default 1, position integer not null default 0,
     primary key (variant_id, analogue_id), check (variant_id <> analogue_id))`,
  `create index analogue_analogue on analogue (analogue_id)`,
  `create table assortment_product (
     assortment_id text not null references assortment on delete cascade, product_id text not null references product on delete cascade,
     primary key (assortment_id, product_id))`,
  `create index assortment_product_product on assortment_product (product_id)`,
  `create table customer_code (
     company_id text not null references company on delete cascade, code text not null, variant_id integer not null references variant on delete cascade,
     primary key (company_id, code))`,
  `create index customer_code_variant on customer_code (variant_id, company_id)`,

  // --- pricing
  `create table currency_rate (
     currency text not null, valid_from timestamptz not null, rate numeric(18,8) not null check (rate > 0),
     primary key (currency, valid_from))`,
  `create table price_type (
     id text primary key, external_id text unique, name text not null, currency text not null,
     includes_vat boolean not null default true, rounding_digits integer not null default 4 check (rounding_digits between 0 and 6))`,
  `create table grade (
     id text primary key, name text not null, min_turnover numeric(18,2) not null default 0, percent numeric(6,3) not null default 0)`,
  `create table agreement (
     id text primary key, external_id text unique, company_id text not null references company on delete cascade,
     seller_id text not null references seller, name text not null, number text, currency text not null,
     vat_mode text not null check (vat_mode in ('included','excluded','none')),
     price_type_id text references price_type, coefficient numeric(12,6) not null default 1,
     payment_kind text not null check (payment_kind in ('prepayment','deferral','cash')), deferral_days integer,
     assortment_id text references assortment, warehouse_ids text[], shipping_terms text,
     is_default boolean not null default false, valid_from date, valid_to date, position integer not null default 0)`,
  `create index agreement_company on agreement (company_id)`,
  `create table price (
     price_type_id text not null references price_type on delete cascade, variant_id integer not null references variant on delete cascade,
     min_quantity numeric(15,6) not null default 0, valid_from timestamptz not null default '-infinity', valid_to timestamptz not null default 'infinity',
     amount numeric(20,6) not null check (amount >= 0), updated_at timestamptz not null,
     primary key (variant_id, price_type_id, min_quantity, valid_from))`,
  `create table individual_price (
     id integer generated always as identity primary key, company_id text not null references company on delete cascade,
     agreement_id text references agreement on delete cascade, variant_id integer not null references variant on delete cascade,
     min_quantity numeric(15,6) not null default 0, valid_from timestamptz not null default '-infinity', valid_to timestamptz not null default 'infinity',
     currency text not null, amount numeric(20,6) not null check (amount >= 0), updated_at timestamptz not null)`,
  `create unique index individual_price_key on individual_price (variant_id, company_id, coalesce(agreement_id, ''), min_quantity, valid_from)`,
  `create index price_valid_from on price (valid_from) where valid_from > '-infinity'`,
  `create index price_valid_to on price (valid_to) where valid_to < 'infinity'`,
  `create index individual_price_valid_from on individual_price (valid_from) where valid_from > '-infinity'`,
  `create index individual_price_valid_to on individual_price (valid_to) where valid_to < 'infinity'`,
  // Grows whenever a price, rate, grade or agreement changes: stored line totals of another epoch are not trusted.
  `create table price_epoch (id boolean primary key default true check (id), epoch bigint not null)`,
  `insert into price_epoch (epoch) values (1)`,

  // --- stock
  `create table warehouse (
     id text primary key, external_id text unique, seller_id text not null references seller, name jsonb not null,
     location jsonb not null, latitude double precision not null, longitude double precision not null, position integer not null default 0)`,
  `create table place (
     country text not null, city text not null, region text, latitude double precision not null, longitude double precision not null,
     primary key (country, city))`,
  `create table balance (
     variant_id integer not null references variant on delete cascade, warehouse_id text not null references warehouse on delete cascade,
     quantity numeric(15,6) not null default 0, reserved numeric(15,6) not null default 0 check (reserved >= 0),
     updated_at timestamptz not null, primary key (variant_id, warehouse_id))`,
  `create table receipt (
     id integer generated always as identity primary key, variant_id integer not null references variant on delete cascade,
     warehouse_id text not null references warehouse on delete cascade, expected_on date not null, quantity numeric(15,6))`,
  `create index receipt_variant on receipt (variant_id, warehouse_id, expected_on)`,
  `create table lead_time (
     warehouse_id text not null references warehouse on delete cascade, country text not null, city text not null default '',
     min_days integer not null, max_days integer not null, primary key (warehouse_id, country, city))`,

  // --- carts
  `create table cart (
     id text primary key, company_id text not null references company on delete cascade, agreement_id text not null references agreement on delete cascade,
     member_id text not null references member, name text not null, is_current boolean not null default false,
     version integer not null default 1, line_count integer not null default 0, problem_count integer not null default 0,
     next_position integer not null default 1, vat_sums jsonb not null default '{}', price_epoch text not null default '',
     created_at timestamptz not null, updated_at timestamptz not null, ordered_at timestamptz)`,
  `create unique index cart_name on cart (member_id, agreement_id, name) where ordered_at is null`,
  `create unique index cart_current on cart (member_id, agreement_id) where is_current and ordered_at is null`,
  `create index cart_company on cart (company_id)`,
  `create table cart_line (
     cart_id text not null references cart on delete cascade, company_id text not null, variant_id integer not null references variant,
     position integer not null, quantity numeric(15,6) not null check (quantity > 0), comment text,
     price_status text not null, unit_price numeric(20,6), vat_rate numeric(5,2), net numeric(20,2), vat numeric(20,2),
     seen_unit_price numeric(20,6), problems jsonb not null default '[]', is_blocked boolean not null default false,
     primary key (cart_id, variant_id))`,
  `create unique index cart_line_position on cart_line (cart_id, position)`,
  `create index cart_line_variant on cart_line (variant_id)`,

  // --- delivery and checkout
  `create table delivery_method (
     id text primary key, seller_id text references seller, kind text not null, name jsonb not null, conditions jsonb not null default '{}',
     needs_address boolean not null default false, warehouse_ids text[], position integer not null default 0, is_active boolean not null default true)`,
  `create table delivery_rule (
     id integer generated always as identity primary key, method_id text not null references delivery_method on delete cascade,
     warehouse_id text references warehouse on delete cascade, country text, city text,
     cost numeric(20,2), currency text not null, free_from numeric(20,2), min_days integer, max_days integer, priority integer not null default 0)`,
  `create index delivery_rule_method on delivery_rule (method_id)`,
  `create table checkout (
     id text primary key, company_id text not null, cart_id text not null unique references cart on delete cascade,
     delivery jsonb, requested_date date, urgency text not null default 'normal', purchase_order_number text, comment text,
     created_at timestamptz not null, updated_at timestamptz not null)`,

  // --- orders
  `create sequence order_number as bigint start 1000`,
  `create table orders (
     id text primary key, external_id text unique, number text not null unique, company_id text not null references company,
     seller_id text not null references seller, agreement_id text references agreement, member_id text references member,
     placed_by text, provenance text not null check (provenance in ('online','manager','phone','erp')),
     status text not null, placed_at timestamptz not null, currency text not null, vat_mode text not null,
     net numeric(20,2) not null, vat numeric(20,2) not null, total numeric(20,2) not null, delivery_cost numeric(20,2),
     vat_sums jsonb not null default '{}', line_count integer not null, delivery jsonb, requested_date date,
     urgency text not null default 'normal', purchase_order_number text, comment text, context jsonb not null default '{}')`,
  `create index orders_company on orders (company_id, placed_at desc, id desc)`,
  `create index orders_seller on orders (seller_id, placed_at desc)`,
  `create index orders_placed on orders (placed_at desc, id desc)`,
  `create table order_line (
     order_id text not null references orders on delete cascade, company_id text not null, position integer not null,
     variant_id integer references variant on delete set null, sku text not null, name text not null, unit_code text not null, unit_name text not null,
     quantity numeric(15,6) not null, unit_price numeric(20,6), vat_rate numeric(5,2), net numeric(20,2), vat numeric(20,2), total numeric(20,2),
     comment text, primary key (order_id, position))`,
  `create index order_line_sku on order_line (company_id, sku)`,
  `create table reservation (
     order_id text not null references orders on delete cascade, company_id text not null, position integer not null, variant_id integer not null references variant,
     warehouse_id text not null references warehouse, quantity numeric(15,6) not null check (quantity > 0), released_at timestamptz,
     primary key (order_id, position, warehouse_id))`,
  `create index reservation_open on reservation (variant_id, warehouse_id) where released_at is null`,
  `create table order_event (
     id integer generated always as identity primary key, order_id text not null references orders on delete cascade, company_id text not null,
     status text not null, at timestamptz not null, by_name text, comment text)`,
  `create index order_event_order on order_event (order_id, id)`,
  `create table document (
     id text primary key, company_id text not null references company, order_id text references orders on delete cascade,
     kind text not null, number text not null, date date not null, status text not null, media_type text not null,
     blob_key text, created_at timestamptz not null)`,
  `create index document_order on document (order_id)`,

  // --- leaving the gateway
  `create table outbox (
     id bigint generated always as identity primary key, topic text not null, channel jsonb not null, dedup_key text not null, payload jsonb not null,
     created_at timestamptz not null, next_attempt_at timestamptz not null, attempts integer not null default 0,
     locked_until timestamptz, delivered_at timestamptz, failed_at timestamptz, last_error text, unique (topic, dedup_key))`,
  `create index outbox_due on outbox (next_attempt_at) where delivered_at is null and failed_at is null`,
  `create table event (
     id bigint generated always as identity primary key, company_id text not null, person_id text, type text not null,
     payload jsonb not null, at timestamptz not null)`,
  `create index event_company on event (company_id, id)`,
] as const;
