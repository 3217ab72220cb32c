import { css } from 'lit';

export const variantTableStyles = css`
  :host {
    min-width: 0;
  }

  .all {
    --row: max(var(--k-row), 48px);
    --note: 38px;
    --head: 36px;
    --foot: 64px;
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
  }

  .narrow {
    --row: calc(max(var(--k-control), 44px) + 66px);
    --note: 60px;
    --head: 0px;
    --foot: 72px;
  }

  :host([contained]) .all {
    grid-template-rows: auto auto auto minmax(0, 1fr) auto;
    height: 100%;
  }

  /* Measured by script: the height of a row and of a note. */
  .probe {
    position: absolute;
    visibility: hidden;
    width: var(--note);
    height: var(--row);
    pointer-events: none;
  }

  slot[name='empty'][hidden] {
    display: none;
  }

  .top {
    display: flex;
    align-items: center;
    gap: 8px 20px;
  }

  .top:not(:has(.filters, .links *, .way-in)) {
    display: none;
  }

  .filters {
    display: flex;
    flex: 1 1 0;
    flex-wrap: wrap;
    gap: 6px 20px;
    min-width: 0;
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }

  .choice > span {
    margin-inline-end: 4px;
    color: var(--k-soft);
  }

  .choice select {
    width: auto;
    min-height: 28px;
    padding-inline: 8px;
  }

  .chip:disabled {
    border-style: dashed;
  }

  .links {
    display: flex;
    flex: none;
    gap: 12px;
    align-self: flex-end;
    margin-inline-start: auto;
    color: var(--k-soft);
    line-height: 28px;
  }

  .narrow .top {
    flex-wrap: wrap;
  }

  .narrow .filters {
    flex: 1 0 100%;
    flex-wrap: nowrap;
    overflow-x: auto;
    padding-block: 3px;
    overscroll-behavior-x: contain;
    scrollbar-width: none;
  }

  .narrow .choice {
    flex: none;
    flex-wrap: nowrap;
  }

  .frame {
    min-width: 0;
    overflow: clip;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  :host([contained]) .frame {
    overflow: auto;
    overscroll-behavior: contain;
  }

  .head,
  .row {
    display: grid;
    grid-template-columns: var(--tracks);
  }

  .head {
    position: sticky;
    top: var(--kontor-sticky-top, 0px);
    z-index: 1;
    height: var(--head);
    background: var(--k-sunk);
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  :host([contained]) .head {
    top: 0;
  }

  .narrow .head {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .body {
    position: relative;
  }

  .row,
  .under {
    scroll-margin-block: calc(var(--head) + var(--kontor-sticky-top, 0px)) var(--foot);
  }

  .row {
    height: var(--row);
    border-block-start: 1px solid var(--k-line);
    contain: strict;
  }

  .body > :is(.row:not(.bones), .under) {
    position: absolute;
    top: 0;
    inset-inline: 0;
  }

  .narrow .body > .row:first-child,
  .narrow .bones:first-child {
    border-block-start-color: transparent;
  }

  .row:hover,
  .row:focus-within {
    background: var(--k-hover);
  }

  .head > *,
  .row > * {
    align-content: center;
    min-width: 0;
    padding-inline: 12px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .num {
    text-align: end;
  }

  :is(.row > *, .under > *):focus-visible {
    outline-offset: -2px;
    border-radius: 4px;
  }

  .sku,
  .mono {
    font-family: var(--k-mono);
    font-size: 13px;
  }

  .head .sku {
    font: inherit;
  }

  b {
    font-weight: var(--k-bold);
  }

  small {
    display: block;
    overflow: hidden;
    color: var(--k-soft);
    font-size: 12px;
    line-height: 1.3;
    text-overflow: ellipsis;
  }

  small.mono {
    font-size: 12px;
  }

  .ok {
    color: var(--k-ok);
  }

  small.warn {
    color: var(--k-warn);
  }

  .quiet {
    color: var(--k-soft);
    font-size: var(--k-text-s);
    white-space: normal;
  }

  .outdated {
    opacity: 0.55;
  }

  .row .bone {
    width: 60%;
  }

  .row b.quiet,
  .row:not(.chosen) .sum b {
    font-weight: 400;
  }

  .row:not(.chosen) .sum {
    color: var(--k-faint);
  }

  /* A full dot, a half one, a ring: the shape says it too. */
  i,
  .dot::before {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 7px;
    border-radius: 50%;
    background: var(--k-ok);
    content: '';
  }

  .low::before {
    background: linear-gradient(90deg, var(--k-warn) 50%, transparent 50%);
    box-shadow: inset 0 0 0 1.5px var(--k-warn);
  }

  .none::before {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--k-faint);
  }

  .stock small {
    padding-inline-start: 15px;
  }

  .row .quantity {
    overflow: visible;
  }

  .quantity:focus-visible {
    outline: none;
  }

  .quantity:focus-visible input {
    border-color: transparent;
    outline: 2px solid var(--k-accent);
    outline-offset: -1px;
  }

  .quantity input:not([type='checkbox']) {
    min-height: min(var(--k-control), calc(var(--row) - 8px));
    text-align: end;
  }

  .narrow .row {
    grid-template-areas: 'item price' 'stock quantity';
    grid-template-columns: minmax(0, 1fr) auto;
    align-content: center;
    row-gap: 8px;
  }

  .narrow .row > .item {
    grid-area: item;
  }

  .narrow .row > .price {
    grid-area: price;
    padding-inline-start: 0;
  }

  .narrow .row > .stock {
    grid-area: stock;
    font-size: 13px;
  }

  .narrow .row > .quantity {
    grid-area: quantity;
    justify-self: end;
    width: 118px;
    padding-inline-start: 0;
  }

  .narrow .item b,
  .narrow .price b {
    font-size: var(--k-text-m);
  }

  .narrow .quantity input:not([type='checkbox']) {
    min-height: 44px;
    font-size: 16px;
  }

  .narrow .all:not(.with-stock) .row {
    grid-template-areas: 'item price' 'item quantity';
  }

  @media (forced-colors: active) {
    i,
    .dot::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }

  /* Every row, one under the other, where pages may break between them. */
  @media print {
    .top,
    .bone {
      display: none;
    }

    .frame {
      overflow: visible;
      border-width: 0 0 1px;
      border-radius: 0;
    }

    .head {
      position: static;
    }

    .all .body {
      height: auto !important;
    }

    .all .body > :is(.row, .under) {
      position: static;
      height: auto;
      min-height: 34px;
      transform: none !important;
      contain: none;
      break-inside: avoid;
    }
  }
`;
