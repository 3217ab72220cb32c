import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { InvoiceFonts } from '../modules/documents/render/invoice-pdf.js';

/** Reads the two faces of DejaVu Sans Condensed, in which invoices are set, from their package. */
export async function loadInvoiceFonts(): Promise<InvoiceFonts> {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFile(resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  const [regular, bold] = await Promise.all([read('DejaVuSansCondensed'), read('DejaVuSansCondensed-Bold')]);
  return { regular, bold };
}
