import { XMLParser } from 'fast-xml-parser';

import type { Row } from '../../../scripts/bench-row.js';
import { readCommerceML } from '../src/index.js';
import { generatedFile } from './generated-file.js';

const small = 10e6;
const large = 1e9;
/** For the other parser, which keeps all of a file. */
const middle = 24e6;

/** Memory while a file of a gigabyte is read, beside one of ten megabytes: what is live, and what the process takes. */
export async function run(): Promise<Row[]> {
  await read(small);
  const ofSmall = await read(small);
  const ofLarge = await read(large);
  const tree = new XMLParser({ ignoreAttributes: false }).parse(
    Buffer.concat([...generatedFile(middle)]),
  ) as object;
  const ofTree = process.memoryUsage.rss() / 1e6;
  if (Object.keys(tree).length === 0) throw new Error('The bench reads a file without a tree');
  const row = (name: string, ours: number, reference: number, referenceName: string, most: number): Row => ({
    name,
    ours,
    unit: 'MB',
    reference,
    referenceName,
    ratio: ours / reference,
    goal: `≤ ${String(most)} ×`,
    pass: ours / reference <= most,
  });
  return [
    row('live memory, reading CommerceML of 1 GB', ofLarge.live, ofSmall.live, '10 MB', 1.1),
    row('the process, reading CommerceML of 1 GB', ofLarge.process, ofTree, 'fast-xml-parser, 24 MB', 0.7),
  ];
}

/** The most that was live, and that the process had, in megabytes; looked at while the file is read. */
async function read(bytes: number): Promise<{ live: number; process: number }> {
  const most = { live: 0, process: 0 };
  let count = 0;
  // A gigabyte has about 400 000 rows.
  const every = Math.ceil(bytes / 40_000);
  for await (const record of readCommerceML(generatedFile(bytes))) {
    count += 1;
    if (count % 1000 === 0) most.process = Math.max(most.process, process.memoryUsage.rss() / 1e6);
    if (count % every !== 0 || record.type === 'problem') continue;
    globalThis.gc?.();
    most.live = Math.max(most.live, process.memoryUsage().heapUsed / 1e6);
  }
  if (most.live === 0) throw new Error('The bench reads a file without rows');
  return most;
}
