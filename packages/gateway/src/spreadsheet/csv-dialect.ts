/** How a country's spreadsheet programs expect CSV. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimal: ',' | '.';
}

const continental: CsvDialect = { separator: ';', decimal: ',' };

/** The dialect that Excel opens with a double click under each locale. */
export const csvDialects: Readonly<Record<'ru' | 'uk' | 'en' | 'de', CsvDialect>> = {
  ru: continental,
  uk: continental,
  de: continental,
  en: { separator: ',', decimal: '.' },
};
