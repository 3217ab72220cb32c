import type { InvoiceData, InvoiceLine } from './invoice-data.js';
import { formatDecimal, formatMoney } from './invoice-format.js';
import type { Align, InvoiceSheet } from './invoice-sheet.js';
import type { InvoiceTexts } from './invoice-texts.js';

/** A column before it has a width; texts wrap, figures get the width of the longest. */
interface ColumnPlan {
  readonly title: string;
  readonly align: Align;
  readonly value: (line: InvoiceLine) => string;
  readonly maxWidth: number;
}

/** A column of the line table. */
export interface InvoiceColumn extends ColumnPlan {
  readonly width: number;
}

/** Style of the cells and of the header. */
export const cellStyle = { font: 'regular', size: 8 } as const;
export const headerStyle = { font: 'bold', size: 8 } as const;
/** Free space at both sides of a cell's text. */
export const cellPadding = 3;

function planColumns({ locale, vatMode }: InvoiceData, texts: InvoiceTexts): ColumnPlan[] {
  const { columns } = texts;
  const vatRate = (line: InvoiceLine): string =>
    line.vatRate === null ? texts.withoutVatRate : `${formatDecimal(line.vatRate, locale, 0)}%`;
  // Prices without VAT add up to a net sum: the tax follows below the table.
  const sum = (line: InvoiceLine): string =>
    formatMoney(vatMode === 'excluded' ? line.net : line.total, locale);
  const vatColumn: ColumnPlan = { title: columns.vatRate, align: 'right', maxWidth: 48, value: vatRate };
  return [
    { title: columns.position, align: 'right', maxWidth: 40, value: (line) => String(line.position) },
    { title: columns.sku, align: 'left', maxWidth: 82, value: (line) => line.sku },
    { title: columns.name, align: 'left', maxWidth: Infinity, value: (line) => line.name },
    {
      title: columns.quantity,
      align: 'right',
      maxWidth: 78,
      value: (line) => formatDecimal(line.quantity, locale, 0),
    },
    { title: columns.unit, align: 'left', maxWidth: 42, value: (line) => line.unit },
    {
      title: columns.price,
      align: 'right',
      maxWidth: 92,
      value: (line) => formatMoney(line.unitPrice, locale),
    },
    ...(vatMode === 'none' ? [] : [vatColumn]),
    { title: columns.sum, align: 'right', maxWidth: 92, value: sum },
  ];
}

/** Gives every column the width of its content, the name what is left. */
export function invoiceColumns(
  sheet: InvoiceSheet,
  invoice: InvoiceData,
  texts: InvoiceTexts,
): InvoiceColumn[] {
  const measured = planColumns(invoice, texts).map((plan) => {
    if (plan.maxWidth === Infinity) return { ...plan, width: 0 };
    const title = sheet.widthOf(plan.title, headerStyle);
    const widest = invoice.lines.reduce(
      (most, line) => Math.max(most, sheet.widthOf(plan.value(line), cellStyle)),
      title,
    );
    return { ...plan, width: Math.min(widest + 0.5, plan.maxWidth) + 2 * cellPadding };
  });
  const rest = sheet.width - measured.reduce((sum, { width }) => sum + width, 0);
  return measured.map((column) => (column.maxWidth === Infinity ? { ...column, width: rest } : column));
}
