import type { Message } from '../messages.js';
import type { staffTexts } from './en.js';

/** Keys of texts for the supplier's staff. */
export type StaffMessageKey = keyof typeof staffTexts;

/** All texts for the staff in a language. */
export type StaffMessages = Readonly<Record<StaffMessageKey, Message>>;
