import { css, type CSSResult } from 'lit';

import { tokens } from './tokens.styles.js';

/** Under every element: tokens, and nothing of the page but its font. */
export const baseStyles: CSSResult[] = [
  tokens,
  css`
    :host {
      display: block;
      box-sizing: border-box;
      color: var(--k-ink);
      font-size: var(--k-text);
      font-weight: 400;
      font-style: normal;
      line-height: 1.43;
      letter-spacing: normal;
      word-spacing: normal;
      text-align: start;
      text-indent: 0;
      text-transform: none;
      text-shadow: none;
      white-space: normal;
      visibility: inherit;
      font-variant-numeric: tabular-nums lining-nums;
      -webkit-tap-highlight-color: transparent;
    }

    :host([hidden]) {
      display: none !important;
    }

    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }

    :focus-visible {
      outline: 2px solid var(--k-accent);
      outline-offset: 2px;
    }

    .visually-hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    /* A quiet bar in the place and height of what is loading. */
    .bone {
      display: inline-block;
      height: 0.7em;
      border-radius: 3px;
      background: var(--k-line);
      vertical-align: baseline;
    }
  `,
];
