import type { Channel } from '../../database/tables.js';

/** A message to write, in the transaction of what it is about. */
export interface NewMessage {
  topic: string;
  /** The same topic and key twice is one message. */
  key: string;
  channel: Channel;
  payload: object;
}

/** A message that a worker holds. */
export interface Message {
  id: number;
  topic: string;
  channel: Channel;
  payload: object;
  /** Attempts before this one. */
  attempts: number;
  createdAt: Date;
}

/** Hands a message over. @throws when the other side did not take it; it is tried again later */
export type Deliver = (message: Message) => Promise<void>;
