import { css, LitElement, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { baseStyles } from '../../packages/elements/src/theme/base.styles.js';
import { controlStyles } from '../../packages/elements/src/theme/control.styles.js';
import { messageStyles } from '../../packages/elements/src/theme/message.styles.js';

/** Shows content in the clothes that all elements share: their tokens, controls and messages. */
export class FoundationSheet extends LitElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    controlStyles,
    messageStyles,
    css`
      .swatches {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(160px, 1fr));
        gap: var(--k-4);
      }

      .swatch span {
        display: block;
        height: 56px;
        border: 1px solid var(--k-line);
        border-radius: var(--k-radius);
      }

      code {
        direction: ltr;
        unicode-bidi: isolate;
        font-family: var(--k-mono);
        font-size: var(--k-text-s);
      }

      .bar {
        height: 16px;
        background: var(--k-accent);
      }

      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: var(--k-3) var(--k-6);
        align-items: baseline;
        margin: 0;
      }

      dd {
        margin: 0;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th {
        color: var(--k-soft);
        background: var(--k-sunk);
        font-size: var(--k-text-s);
        font-weight: var(--k-medium);
      }

      th,
      td {
        height: var(--k-row);
        padding: 0 var(--k-3);
        border-bottom: 1px solid var(--k-line);
        text-align: start;
      }

      .figure {
        text-align: end;
      }

      .card {
        display: grid;
        gap: var(--k-2);
        max-width: 320px;
        padding: var(--k-4);
        border: 1px solid var(--k-line);
        border-radius: var(--k-radius-l);
      }

      .card h2 {
        margin: 0;
        font-size: var(--k-text-l);
      }

      .card p {
        margin: 0;
        color: var(--k-soft);
      }

      form {
        display: grid;
        gap: var(--k-4);
        max-width: 400px;
      }
    `,
  ];

  @property({ attribute: false }) content: TemplateResult | undefined;

  protected override render(): TemplateResult | undefined {
    return this.content;
  }
}

if (!customElements.get('foundation-sheet')) customElements.define('foundation-sheet', FoundationSheet);
