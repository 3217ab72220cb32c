/** Prints rows of text under a header, the first column to the left and the others to the right. */
export function printTable(header, rows) {
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column])].map((text) => text.length)),
  );
  const line = (cells) =>
    cells
      .map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
      .join(' | ');
  console.log(line(header));
  console.log(widths.map((width) => '-'.repeat(width)).join('-|-'));
  for (const row of rows) console.log(line(row));
}
