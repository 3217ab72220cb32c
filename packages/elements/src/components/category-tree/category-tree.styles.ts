import { css } from 'lit';

export const categoryTreeStyles = css`
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .tree ul {
    margin-inline-start: 15px;
    padding-inline-start: 8px;
    border-inline-start: 1px solid var(--k-line);
  }

  .row {
    display: grid;
    grid-template-columns: 28px 1fr;
    align-items: start;
    border-radius: var(--k-radius);
  }

  .row:hover {
    background: var(--k-hover);
  }

  .row:has([aria-current]) {
    background: var(--k-accent-tint);
  }

  .toggle {
    width: 28px;
    min-height: var(--k-tree-row);
    background: none !important;
  }

  .toggle svg {
    transition: transform var(--k-motion);
  }

  .toggle[aria-expanded='true'] svg {
    transform: rotate(90deg);
  }

  :host(:dir(rtl)) .toggle[aria-expanded='false'] svg,
  :host(:dir(rtl)) .chip svg {
    transform: scaleX(-1);
  }

  @media (forced-colors: active) {
    .toggle {
      border-color: transparent;
      forced-color-adjust: none;
      color: ButtonText;
    }

    .row:has([aria-current]) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }

  :host {
    --k-tree-row: 32px;
  }

  @media (pointer: coarse) {
    :host {
      --k-tree-row: 44px;
    }

    .row {
      grid-template-columns: 40px 1fr;
    }

    .toggle {
      width: 40px;
    }
  }

  .entry {
    display: flex;
    grid-column: 2;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--k-2);
    min-width: 0;
    min-height: var(--k-tree-row);
    padding-block: calc((var(--k-tree-row) - 20px) / 2);
    padding-inline: 0 8px;
    border: 0;
    border-radius: var(--k-radius);
    background: none;
    color: var(--k-ink);
    font-weight: 400;
    line-height: 20px;
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .entry:hover {
    background: none;
    text-decoration: none;
  }

  /* Names without anything to open stand at the edge, or under the names beside them that have an arrow. */
  .row > .entry:first-child {
    grid-column: 1 / -1;
    padding-inline-start: 8px;
  }

  ul:where(:has(> li > .row > .toggle)) > li > .row > .entry:first-child {
    grid-column: 2;
    padding-inline-start: 0;
  }

  .tree > li:first-child > .row > .entry {
    grid-column: 1 / -1;
    padding-inline-start: 8px;
    font-weight: var(--k-medium);
  }

  .entry[aria-current] {
    color: var(--k-accent);
    font-weight: 600;
  }

  small {
    flex: none;
    color: var(--k-soft);
    font-size: var(--k-text-s);
    font-weight: 400;
  }

  .chips {
    display: flex;
    gap: var(--k-2);
    padding: 3px;
    margin: -3px;
    overflow-x: auto;
    scrollbar-width: none;
    scroll-padding-inline: 40px;
  }

  .chips .row {
    display: block;
  }

  .chips .entry {
    padding: 0;
  }

  .chips .bone {
    height: 28px;
    border-radius: 14px;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    border: 1px solid var(--k-line-strong);
    color: var(--k-ink);
    white-space: nowrap;
  }

  .chip:hover {
    background: var(--k-hover);
    text-decoration: none;
  }

  .chip[aria-current] {
    border-color: var(--k-accent);
    background: var(--k-accent-tint);
    color: var(--k-accent);
    font-weight: 600;
  }

  .none {
    margin: 0;
    color: var(--k-soft);
  }
`;
