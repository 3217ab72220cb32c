import { slugOf } from '../../catalog/service.js';

/** An address that tells the name and is nobody else's: `bolt-din-933-m8x40-4k7x2a`. */
export function slugFor(name: string, id: string): string {
  return [slugOf(name).slice(0, 80).replace(/-$/, ''), id.slice(-8)].filter(Boolean).join('-');
}
