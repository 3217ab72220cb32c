import type { IconNode } from 'lucide';
import { html, nothing, svg, type TemplateResult } from 'lit';

/** An icon of lucide, drawn in the colour of the text. It has no name: the control that holds it has one. */
export function icon(shapes: IconNode, size: 16 | 20 = 16): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    ${shapes.map(shape)}
  </svg>`;
}

function shape([tag, a]: IconNode[number]): TemplateResult | typeof nothing {
  switch (tag) {
    case 'path':
      return svg`<path d=${a['d'] ?? ''} />`;
    case 'circle':
      return svg`<circle cx=${a['cx'] ?? 0} cy=${a['cy'] ?? 0} r=${a['r'] ?? 0} />`;
    case 'rect':
      return svg`<rect x=${a['x'] ?? 0} y=${a['y'] ?? 0} width=${a['width'] ?? 0} height=${a['height'] ?? 0} rx=${a['rx'] ?? 0} />`;
    case 'line':
      return svg`<line x1=${a['x1'] ?? 0} y1=${a['y1'] ?? 0} x2=${a['x2'] ?? 0} y2=${a['y2'] ?? 0} />`;
    case 'polyline':
      return svg`<polyline points=${a['points'] ?? ''} />`;
    default:
      return nothing;
  }
}
