import type { accessTexts } from './en/access.js';
import type { accountTexts } from './en/account.js';
import type { agreementsTexts } from './en/agreements.js';
import type { balanceTexts } from './en/balance.js';
import type { callMeTexts } from './en/call-me.js';
import type { cartTexts } from './en/cart.js';
import type { catalogueTexts } from './en/catalogue.js';
import type { coreTexts } from './en/core.js';
import type { ordersTexts } from './en/orders.js';
import type { passwordTexts } from './en/password.js';
import type { sharedTexts } from './en/shared.js';
import type { variantsTexts } from './en/variants.js';

/** A text, or its plural forms by the categories of `Intl.PluralRules`; `{name}` is filled in. */
export type Message = string | Readonly<{ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Keys of all texts: English has them by area, every other language has all of them. */
export type MessageKey = keyof (typeof accessTexts &
  typeof accountTexts &
  typeof agreementsTexts &
  typeof balanceTexts &
  typeof callMeTexts &
  typeof cartTexts &
  typeof catalogueTexts &
  typeof coreTexts &
  typeof ordersTexts &
  typeof passwordTexts &
  typeof sharedTexts &
  typeof variantsTexts);

/** All texts of a language. */
export type Messages = Readonly<Record<MessageKey, Message>>;
