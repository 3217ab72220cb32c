/** The strokes of the demo's line drawings. */

const faint = ' stroke-dasharray="6 5" stroke-width="2"';
const thin = 'stroke="#7a8794" stroke-width="1.5"';

/** A whole drawing of 640 × 480 around strokes. */
export function sheet(strokes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480" width="640" height="480"><rect width="640" height="480" fill="#f6f8fa"/><g fill="#fff" stroke="#24323f" stroke-width="3" stroke-linejoin="round" stroke-linecap="round">${strokes}</g></svg>`;
}

/** A rectangle. */
export function rect(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`;
}

/** A circle; a hidden edge is dashed. */
export function circle(x: number, y: number, radius: number, isHidden = false): string {
  return `<circle cx="${x}" cy="${y}" r="${radius}"${isHidden ? `${faint} fill="none"` : ''}/>`;
}

/** A straight line; a hidden edge is dashed. */
export function line(fromX: number, fromY: number, toX: number, toY: number, isHidden = false): string {
  return `<path d="M${fromX} ${fromY}L${toX} ${toY}"${isHidden ? faint : ''}/>`;
}

/** A path by its SVG commands; a hidden edge is dashed. */
export function path(commands: string, isHidden = false): string {
  return `<path d="${commands}"${isHidden ? `${faint} fill="none"` : ''}/>`;
}

/** Turns of a thread between two ends. */
export function threadLines(fromX: number, toX: number, top: number, bottom: number): string {
  let commands = '';
  for (let x = fromX; x + 6 <= toX; x += 14) commands += `M${x} ${bottom}L${x + 6} ${top}`;
  return `<path d="${commands}" stroke-width="1.5"/>`;
}

/** A dimension from left to right. */
export function across(fromX: number, toX: number, y: number, letter: string): string {
  return `<g ${thin} fill="none"><path d="M${fromX} ${y - 18}V${y + 8}M${toX} ${y - 18}V${y + 8}M${fromX} ${y}H${toX}M${fromX} ${y}l10-4M${fromX} ${y}l10 4M${toX} ${y}l-10-4M${toX} ${y}l-10 4"/></g>${label((fromX + toX) / 2, y + 24, letter)}`;
}

/** A dimension from top to bottom. */
export function down(fromY: number, toY: number, x: number, letter: string): string {
  return `<g ${thin} fill="none"><path d="M${x - 18} ${fromY}H${x + 8}M${x - 18} ${toY}H${x + 8}M${x} ${fromY}V${toY}M${x} ${fromY}l-4 10M${x} ${fromY}l4 10M${x} ${toY}l-4-10M${x} ${toY}l4-10"/></g>${label(x + 18, (fromY + toY) / 2 + 6, letter)}`;
}

function label(x: number, y: number, letter: string): string {
  return `<text x="${x}" y="${y}" font-family="sans-serif" font-size="18" font-style="italic" text-anchor="middle" fill="#4a5a68" stroke="none">${letter}</text>`;
}
