import type PDFDocument from 'pdfkit';

/** Typeface and size of a text, in points. */
export interface TextStyle {
  readonly font: 'regular' | 'bold';
  readonly size: number;
  readonly color?: string;
}

/** Where a line of text stands inside its width. */
export type Align = 'left' | 'center' | 'right';

/** A piece of layout that knows its height before it is drawn. */
export interface Block {
  readonly height: number;
  readonly draw: (x: number, y: number) => void;
}

const lineRatio = 1.25;
/** Where a line may end; a no-break space is not among them. */
const breakable = /[\p{Cc} \u2028\u2029]+/gu;

/** Pages of an invoice with a cursor: measures, wraps and draws text, begins pages. Lengths are points. */
export class InvoiceSheet {
  readonly left = 42;
  readonly right = 595.28 - 34;
  readonly top = 36;
  readonly bottom = 841.89 - 48;
  readonly doc: InstanceType<typeof PDFDocument>;
  /** The next free vertical position on the page. */
  y = 36;

  constructor(doc: InstanceType<typeof PDFDocument>) {
    this.doc = doc;
  }

  get width(): number {
    return this.right - this.left;
  }

  lineHeight(style: TextStyle): number {
    return style.size * lineRatio;
  }

  widthOf(text: string, style: TextStyle): number {
    return this.doc.font(style.font, style.size).widthOfString(text);
  }

  /** Breaks a text into lines that fit; a word that is wider than a line is broken inside. More than `maxLines` end in "…". */
  wrap(text: string, width: number, style: TextStyle, maxLines = Infinity): string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.replace(breakable, ' ').trim().split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (this.widthOf(longer, style) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = this.#breakWord(word, width, style, lines);
      if (lines.length > maxLines) break;
    }
    lines.push(line);
    if (lines.length <= maxLines) return lines;
    return [...lines.slice(0, maxLines - 1), `${(lines[maxLines - 1] ?? '').slice(0, -1)}…`];
  }

  /** Draws one line whose top is at `y`. */
  line(text: string, x: number, y: number, width: number, style: TextStyle, align: Align = 'left'): void {
    const free = align === 'left' ? 0 : width - this.widthOf(text, style);
    const { doc } = this;
    doc.font(style.font, style.size).fillColor(style.color ?? '#000000');
    doc.text(text, x + (align === 'center' ? free / 2 : free), y, { lineBreak: false });
  }

  /** Prepares a wrapped text as a block. */
  text(text: string, width: number, style: TextStyle, align: Align = 'left', maxLines = Infinity): Block {
    const lines = this.wrap(text, width, style, maxLines);
    const step = this.lineHeight(style);
    return {
      height: lines.length * step,
      draw: (x, y) =>
        lines.forEach((line, index) => this.line(line, x, y + index * step, width, style, align)),
    };
  }

  rule(x1: number, y1: number, x2: number, y2: number, thickness = 0.5): void {
    this.doc.lineWidth(thickness).strokeColor('#000000').moveTo(x1, y1).lineTo(x2, y2).stroke();
  }

  frame(x: number, y: number, width: number, height: number): void {
    this.doc.lineWidth(0.5).strokeColor('#000000').rect(x, y, width, height).stroke();
  }

  fits(height: number): boolean {
    return this.y + height <= this.bottom;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = this.top;
  }

  /** Draws a block at the left edge and the cursor, on a new page when it does not fit on this one. */
  place(block: Block, gap = 0): void {
    if (!this.fits(block.height)) this.newPage();
    block.draw(this.left, this.y);
    this.y += block.height + gap;
  }

  /** Pushes the full lines of a too long word and answers its rest. */
  #breakWord(word: string, width: number, style: TextStyle, lines: string[]): string {
    let rest = '';
    if (this.widthOf(word, style) <= width) return word;
    for (const character of word) {
      if (rest !== '' && this.widthOf(rest + character, style) > width) {
        lines.push(rest);
        rest = '';
      }
      rest += character;
    }
    return rest;
  }
}
