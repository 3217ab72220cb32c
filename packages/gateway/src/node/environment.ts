import * as z from 'zod/mini';

/** Where the gateway listens unless it is told otherwise. */
export const usualPort = 4600;

/** A part of the environment is not what it should be. */
export class EnvironmentError extends Error {
  constructor(name: string, reason: string) {
    super(`The environment variable ${name} is wrong: ${reason}`);
    this.name = 'EnvironmentError';
  }
}

const list = z.pipe(
  z.string(),
  z.transform((text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
);
const flag = z.pipe(
  z.enum(['true', 'false', '1', '0']),
  z.transform((text) => text === 'true' || text === '1'),
);

/** A page of the supplier's site that letters link to, with a place for the token. */
const linkTemplate = z.string().check(z.regex(/^https?:\/\/\S+\{token\}\S*$/, 'a URL with {token}'));

const Environment = z.object({
  /** PostgreSQL; the embedded database when it is not set. */
  DATABASE_URL: z.optional(z.string().check(z.startsWith('postgres'))),
  /** Folder of the embedded database and of files. */
  KONTOR_FOLDER: z._default(z.string(), 'data'),
  KONTOR_HOST: z._default(z.string(), '127.0.0.1'),
  KONTOR_PORT: z.optional(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535))),
  /** Where the gateway is reached from outside. */
  KONTOR_PUBLIC_URL: z.optional(z.url()),
  /** Pages of the supplier's site for invitations and new passwords, `https://shop.example.com/invitation#token={token}`. */
  KONTOR_INVITATION_URL: z.optional(linkTemplate),
  KONTOR_PASSWORD_RESET_URL: z.optional(linkTemplate),
  /** Address of a website that shows the demo supplier; told on the start. */
  KONTOR_DEMO_SITE: z.optional(z.url()),
  KONTOR_SUPPLIER: z._default(z.string(), 'Kontor'),
  /** Comma-separated origins that browsers may call from. */
  KONTOR_ORIGINS: z._default(list, []),
  /** Addresses of proxies whose X-Forwarded-For is believed, comma-separated. */
  KONTOR_TRUSTED_PROXIES: z._default(list, []),
  KONTOR_TIME_ZONE: z._default(z.string(), 'Europe/Moscow'),
  KONTOR_LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
  KONTOR_COOKIE_SECURE: z.optional(flag),
  /** The embedded database runs without fsync: in production it has to be asked for. */
  KONTOR_EMBEDDED_IN_PRODUCTION: z._default(flag, false),
  /** Bearer token for `/metrics` from other machines. */
  KONTOR_METRICS_TOKEN: z.optional(z.string().check(z.minLength(16))),
  KONTOR_REQUESTS_PER_MINUTE: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 1200),
  /** Hours after which prices and stock that nobody told again are marked as old; never when it is not set. */
  KONTOR_STALE_AFTER_HOURS: z.optional(z.coerce.number().check(z.positive(), z.maximum(8760))),
  /** The integration user of 1C; without it and its password 1C cannot come in. */
  KONTOR_1C_USER: z._default(z.string(), '1c'),
  KONTOR_1C_PASSWORD: z.optional(z.string().check(z.minLength(12))),
  /** Whether 1C may use the split exchange of its module for 3.1. */
  KONTOR_1C_SPLIT: z._default(flag, true),
  /** Characters of the orders that 1C gets; old configurations read windows-1251 only. */
  KONTOR_1C_ENCODING: z._default(z.enum(['utf-8', 'windows-1251']), 'utf-8'),
  /** What becomes a document of 1C: `warehouse`, each warehouse's part of an order, or `order`, the whole of it. */
  KONTOR_1C_DOCUMENT_PER: z._default(z.enum(['warehouse', 'order']), 'warehouse'),
  /** Orders placed before this day stay out of 1C, `2026-12-01`. */
  KONTOR_1C_ORDERS_SINCE: z.optional(z.iso.date()),
  /** Country of companies and warehouses for which 1C tells none. */
  KONTOR_1C_COUNTRY: z._default(z.string().check(z.regex(/^[A-Z]{2}$/)), 'RU'),
  /** Currency of price types for which 1C tells none. */
  KONTOR_1C_CURRENCY: z._default(z.string().check(z.regex(/^[A-Z]{3}$/)), 'RUB'),
  /** Fields of products that are edited in the shop, comma-separated: name, description, category. */
  KONTOR_1C_SITE_OWNED: z._default(z.pipe(list, z.array(z.enum(['name', 'description', 'category']))), []),
  /** Id in 1C of the price type that companies without an agreement get one with. */
  KONTOR_1C_PRICE_TYPE: z.optional(z.string()),
  /** Id in 1C, or name, of the property that lists analogues. */
  KONTOR_1C_ANALOGUES: z.optional(z.string()),
  /** The standard interface of 1C, an address that ends with `/odata/standard.odata`. */
  KONTOR_ODATA_URL: z.optional(z.url()),
  KONTOR_ODATA_USER: z._default(z.string(), 'odata'),
  KONTOR_ODATA_PASSWORD: z.optional(z.string()),
  /** Which configuration answers: `ut11` (УТ 11, КА 2, ERP 2) or `unf`. */
  KONTOR_ODATA_PRESET: z._default(z.enum(['ut11', 'unf']), 'ut11'),
  /** Minutes between two readings. */
  KONTOR_ODATA_MINUTES: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1440)), 15),
  /** RabbitMQ, for sellers who get their orders by it. */
  KONTOR_RABBITMQ_URL: z.optional(z.string().check(z.startsWith('amqp'))),
  /** What its exchange and its queues are called. */
  KONTOR_RABBITMQ_NAME: z._default(z.string().check(z.regex(/^[\w.-]{1,60}$/)), 'kontor'),
  SMTP_URL: z.optional(z.string().check(z.startsWith('smtp'))),
  MAIL_FROM: z._default(z.string(), 'kontor@localhost'),
  HOST_SIGN_IN_ISSUER: z.optional(z.string()),
  HOST_SIGN_IN_AUDIENCE: z.optional(z.string()),
  HOST_SIGN_IN_JWKS_URL: z.optional(z.url()),
  HOST_SIGN_IN_SECRET: z.optional(z.string().check(z.minLength(32))),
  NODE_ENV: z.optional(z.string()),
});
export type Environment = z.infer<typeof Environment>;

/**
 * Reads the environment once, at the edge.
 * @throws EnvironmentError naming the variable
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = Environment.safeParse(set);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new EnvironmentError(issue?.path.join('.') ?? '', issue?.message ?? 'invalid');
}
