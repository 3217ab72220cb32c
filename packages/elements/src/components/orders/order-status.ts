import type { OrderStatus } from '@kontor/sdk';
import { css, html, type TemplateResult } from 'lit';

import type { Words } from '../../locale/words.js';

/** Where an order stands, as a word with a shape: a ring while it waits, a dot while it moves, a cross when it is off. */
export const renderStatus = (words: Words, status: OrderStatus): TemplateResult =>
  html`<span class="status ${status}"><i></i>${words.t(`order.${status}`)}</span>`;

export const statusStyles = css`
  .status {
    display: inline-flex;
    gap: 7px;
    align-items: center;
    white-space: nowrap;
  }

  .status i {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--k-accent);
  }

  .status.placed i {
    background: none;
    box-shadow: inset 0 0 0 2px var(--k-accent);
  }

  .status.delivered i {
    background: var(--k-ok);
  }

  .status.canceled {
    color: var(--k-soft);
  }

  .status.canceled i {
    border-radius: 1px;
    background: var(--k-faint);
    transform: rotate(45deg);
  }

  @media (forced-colors: active) {
    .status i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  @media print {
    .status i {
      display: none;
    }
  }
`;
