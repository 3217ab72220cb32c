import type { NamedAnalogues } from '../../exchange/service.js';
import { numberOf, reference } from './fields.js';
import type { ODataPreset } from './presets.js';
import type { Reading } from './reading.js';

/** Analogues of products by their ids, best first. */
export async function readAnalogues(
  { client }: Reading,
  names: NonNullable<ODataPreset['analogues']>,
): Promise<NamedAnalogues[]> {
  const found = new Map<string, { code: string; priority: number }[]>();
  const orderBy = `${names.product},${names.analogue}`;
  for await (const page of client.pages(names.set, { orderBy }))
    for (const row of page) {
      const [id, code] = [reference(row, names.product), reference(row, names.analogue)];
      if (id === undefined || code === undefined) continue;
      const priority = Number(numberOf(row, names.priority) ?? 0);
      found.set(id, [...(found.get(id) ?? []), { code, priority }]);
    }
  return [...found].map(([id, analogues]) => ({
    id,
    codes: analogues.sort((left, right) => left.priority - right.priority).map(({ code }) => code),
  }));
}
