import { XMLParser } from 'fast-xml-parser';
import sax from 'sax';
import { SaxesParser } from 'saxes';

import type { Row } from '../../../scripts/bench-row.js';
import { interleave } from '../../../scripts/measure.mjs';
import { readCommerceML } from '../src/index.js';
import { generatedFile } from './generated-file.js';

const size = 24e6;
const pieceSize = 65_536;

/** Reading a file to typed records, beside parsers that make nothing of it. */
export async function run(): Promise<Row[]> {
  const bytes = Buffer.concat([...generatedFile(size)]);
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_each, index) =>
    bytes.subarray(index * pieceSize, (index + 1) * pieceSize),
  );
  const times = await interleave(
    {
      ours: () => readRecords(pieces),
      saxes: () => parseBySaxes(pieces),
      sax: () => parseBySax(pieces),
      fast: () => new XMLParser({ ignoreAttributes: false }).parse(bytes) as unknown,
    },
    { runs: 7, warmups: 1 },
  );
  const speed = (milliseconds: number): number => bytes.length / 1e3 / milliseconds;
  const row = (referenceName: string, reference: number, least: number): Row => {
    const ratio = times.ours === 0 ? 0 : reference / times.ours;
    return {
      name: `CommerceML of ${String(Math.round(bytes.length / 1e6))} MB to records`,
      ours: speed(times.ours),
      unit: 'MB/s',
      reference: speed(reference),
      referenceName,
      ratio,
      goal: `≥ ${String(least)} ×`,
      pass: ratio >= least,
    };
  };
  return [
    row('saxes alone', times.saxes, 0.7),
    row('sax alone', times.sax, 1),
    row('fast-xml-parser, the whole tree', times.fast, 1),
  ];
}

async function readRecords(pieces: readonly Uint8Array[]): Promise<void> {
  let count = 0;
  for await (const record of readCommerceML(pieces)) if (record.type === 'offer') count += 1;
  if (count === 0) throw new Error('The bench reads a file without offers');
}

/** Decodes and parses, and listens to what any reader has to listen to. */
function parseBySaxes(pieces: readonly Uint8Array[]): number {
  const decoder = new TextDecoder();
  const parser = new SaxesParser();
  let events = 0;
  const count = (): void => {
    events += 1;
  };
  parser.on('opentag', count);
  parser.on('text', count);
  parser.on('closetag', count);
  for (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  return events;
}

function parseBySax(pieces: readonly Uint8Array[]): number {
  const decoder = new TextDecoder();
  const parser = sax.parser(true);
  let events = 0;
  const count = (): void => {
    events += 1;
  };
  parser.onopentag = count;
  parser.ontext = count;
  parser.onclosetag = count;
  for (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
  parser.close();
  return events;
}
