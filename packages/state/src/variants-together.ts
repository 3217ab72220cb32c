import type { Client, Variant } from '@kontor/sdk';

/** Reads variants one by one for whoever asks, and together on the wire: a list full of cards asks once. */
export function createVariantReader({
  variants,
}: Pick<Client, 'variants'>): (sku: string, signal: AbortSignal) => Promise<Variant> {
  let asked: Set<string> | undefined;
  let answer: Promise<ReadonlyMap<string, Variant>> | undefined;

  const findAll = async (skus: Set<string>): Promise<ReadonlyMap<string, Variant>> => {
    // Everything that is rendered in one go asks in the same task.
    await new Promise((resolve) => setTimeout(resolve));
    asked = undefined;
    if (skus.size === 1) return new Map();
    const found = await variants.find([...skus]);
    return new Map(found.flatMap(({ sku, variant }) => (variant ? [[sku, variant]] : [])));
  };

  return async (sku, signal) => {
    if (asked === undefined || answer === undefined) {
      asked = new Set();
      answer = findAll(asked);
    }
    asked.add(sku);
    const found = (await answer).get(sku);
    // Alone it is cached; one that was not found says so by the error of its own call.
    return found ?? variants.get(sku, { signal });
  };
}
