import type { Message } from '../messages.js';

/** English texts of all areas that the page has loaded so far. */
export const english: Record<string, Message> = {};

/** Adds texts of an area: an element imports the areas that it speaks of, so that a page carries no others. */
export function addEnglish<const Texts extends Readonly<Record<string, Message>>>(texts: Texts): Texts {
  Object.assign(english, texts);
  return texts;
}
