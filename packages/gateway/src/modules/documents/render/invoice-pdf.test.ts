import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadInvoiceFonts } from '../../../node/invoice-fonts.js';
import type { InvoiceData, InvoiceLine } from './invoice-data.js';
import { formatDecimal, formatMoney } from './invoice-format.js';
import { renderInvoice } from './invoice-pdf.js';
import type { InvoiceFonts } from './invoice-pdf.js';
import { sampleInvoice } from './invoice-sample.test-data.js';

const hasPdfToText = spawnSync('pdftotext', ['-v']).error === undefined;
let fonts: InvoiceFonts;

beforeAll(async () => {
  fonts = await loadInvoiceFonts();
});

/** Pages of text as a reader sees them, every run of spaces one space. */
async function pagesOf(invoice: InvoiceData): Promise<string[]> {
  const input = await renderInvoice(invoice, fonts);
  const { stdout } = spawnSync('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], {
    input,
    maxBuffer: 1 << 26,
  });
  const pages = stdout.toString('utf8').split('\f').slice(0, -1);
  return pages.map((page) => page.replace(/\s+/g, ' '));
}

function withLine(change: Partial<InvoiceLine>): InvoiceData {
  const invoice = sampleInvoice('ru', 1);
  return { ...invoice, lines: [{ ...invoice.lines[0]!, ...change }] };
}

describe('invoice file', () => {
  it('is a whole PDF document with embedded fonts', async () => {
    const pdf = Buffer.from(await renderInvoice(sampleInvoice('ru', 3), fonts)).toString('latin1');
    expect(pdf).toMatch(/^%PDF-1\.\d[^]*%%EOF\s*$/);
    expect(pdf).toContain('DejaVuSansCondensed-Bold');
    expect(pdf).not.toContain('Helvetica');
  });

  it.each(['ru', 'uk', 'en', 'de'] as const)('is the same bytes for the same %s order', async (locale) => {
    const first = await renderInvoice(sampleInvoice(locale, 40), fonts);
    const second = await renderInvoice(sampleInvoice(locale, 40), await loadInvoiceFonts());
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  it('refuses a total that nobody can spell', async () => {
    const invoice = sampleInvoice('ru', 1);
    const totals = { ...invoice.totals, total: '-1.00' };
    await expect(renderInvoice({ ...invoice, totals }, fonts)).rejects.toThrow(RangeError);
  });
});

describe.skipIf(!hasPdfToText)(
  `invoice text${hasPdfToText ? '' : ' (SKIPPED: pdftotext is not installed)'}`,
  () => {
    it.each([
      [
        'ru',
        'Счёт на оплату № К-000017 от 21 ноября 2026 г.',
        'Семь тысяч девятьсот девять рублей 69 копеек',
      ],
      [
        'uk',
        'Рахунок на оплату № К-000017 від 21 листопада 2026 р.',
        'Сім тисяч дев’ятсот дев’ять гривень 69 копійок',
      ],
      [
        'en',
        'Invoice No. К-000017 of 21 November 2026',
        'Seven thousand nine hundred nine euros and 69 cents',
      ],
      ['de', 'Rechnung Nr. К-000017 vom 21. November 2026', 'Siebentausendneunhundertneun Euro und 69 Cent'],
    ] as const)('speaks %s from title to words', async (locale, title, words) => {
      const [page] = await pagesOf(sampleInvoice(locale, 3));
      expect(page).toContain(title);
      expect(page).toContain(words);
    });

    it('names the bank, both parties and the agreement', async () => {
      const [page] = await pagesOf(sampleInvoice('ru', 3));
      for (const text of [
        'БИК 049805746',
        '40602810700000000025',
        '30101810300000000609',
        'ИНН 7705260699',
        'КПП 770501001',
      ])
        expect(page).toContain(text);
      for (const text of [
        'ИП Петров Александр Николаевич, ИНН 500100732259',
        'Договор № 77/25 от 01.02.2025',
        'W-2026-004711',
      ])
        expect(page).toContain(text);
    });

    it('prints every figure of five hundred lines exactly once each', async () => {
      const invoice = sampleInvoice('ru', 500);
      const pages = await pagesOf(invoice);
      const text = pages.join(' ');
      const spaced = (figure: string): string => figure.replaceAll('\u00a0', ' ');
      const row = (line: InvoiceLine): string =>
        spaced(
          `${formatDecimal(line.quantity, 'ru', 0)} упак. ${formatMoney(line.unitPrice, 'ru')} 20% ${formatMoney(line.total, 'ru')}`,
        );
      expect(invoice.lines.filter((line) => !text.includes(row(line)))).toEqual([]);
      expect(invoice.lines.filter((line) => text.split(` ${line.sku} `).length !== 2)).toEqual([]);
      expect(text).toContain(`Всего к оплате, руб.: ${spaced(formatMoney(invoice.totals.total, 'ru'))}`);
    });

    it('repeats the header and counts pages on each', async () => {
      const pages = await pagesOf(sampleInvoice('ru', 120));
      expect(pages.length).toBeGreaterThan(3);
      pages.forEach((page, index) => {
        expect(page).toContain('№ Артикул Товары (работы, услуги) Кол-во Ед. Цена НДС Сумма');
        expect(page).toContain(`Страница ${index + 1} из ${pages.length}`);
      });
    });

    it('adds VAT per rate below net sums', async () => {
      const invoice = sampleInvoice('ru', 2);
      const vatByRate = [
        { rate: '20', net: '100.00', vat: '20.00' },
        { rate: '10', net: '50.00', vat: '5.00' },
        { rate: null, net: '7.00', vat: '0.00' },
      ];
      const totals = { net: '157.00', vat: '25.00', total: '182.00', vatByRate };
      const [page] = await pagesOf({ ...invoice, vatMode: 'excluded', totals });
      expect(page).toContain(
        'Итого без НДС: 157,00 НДС 20%: 20,00 НДС 10%: 5,00 Без налога (НДС): 7,00 Всего к оплате, руб.: 182,00',
      );
    });

    it('has no VAT column for a seller without VAT', async () => {
      const [page] = await pagesOf({ ...sampleInvoice('ru', 1), vatMode: 'none' });
      expect(page).toContain('Ед. Цена Сумма');
      expect(page).toContain('Без налога (НДС): —');
    });

    it('lets a sole proprietor sign alone', async () => {
      const invoice = sampleInvoice('ru', 1);
      const seller = { ...invoice.seller, requisites: { inn: '500100732259' } };
      const [page] = await pagesOf({ ...invoice, seller });
      expect(page).toContain('Предприниматель');
      expect(page).not.toContain('Бухгалтер');
    });

    it('keeps a name without spaces inside its column', async () => {
      const [page] = await pagesOf(withLine({ name: 'Ж'.repeat(300) }));
      expect(page!.match(/Ж/g)).toHaveLength(300);
      expect(page).toMatch(/Ж{30,} 10 упак\./);
    });

    it('fits a name of fifty thousand characters on one page', async () => {
      const pages = await pagesOf(withLine({ name: 'слово '.repeat(8_000) }));
      expect(pages.length).toBeLessThanOrEqual(2);
      expect(pages[0]).toContain('…');
    });

    it('prints line breaks and control characters as spaces', async () => {
      const [page] = await pagesOf(withLine({ name: 'Болт\r\nМ12\u0000\tоцинкованный' }));
      expect(page).toContain('Болт М12 оцинкованный');
    });

    it('continues a long comment on further pages', async () => {
      const comment = Array.from({ length: 200 }, (_, index) => `строка ${index}`).join('\n');
      const pages = await pagesOf({ ...sampleInvoice('ru', 1), comment });
      expect(pages.length).toBeGreaterThan(2);
      expect(pages.join(' ')).toContain('Примечание: строка 0 строка 1 ');
      expect(pages.at(-1)).toContain('строка 199 Руководитель');
    });

    it('shows rare letters and signs of its languages', async () => {
      const [page] = await pagesOf(withLine({ name: '№ «Ёлка» Ґанок їжак ß € ₽ ₴ ₸ × ⌀ ½ — …' }));
      expect(page).toContain('№ «Ёлка» Ґанок їжак ß € ₽ ₴ ₸ × ⌀ ½ — …');
    });

    it('renders an order without lines', async () => {
      const [page] = await pagesOf({
        ...sampleInvoice('de', 0),
        totals: { net: '0.00', vat: '0.00', total: '0.00', vatByRate: [] },
      });
      expect(page).toContain('0 Positionen, insgesamt 0,00 €');
    });
  },
);
