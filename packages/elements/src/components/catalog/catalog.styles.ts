import { css } from 'lit';

export const catalogStyles = css`
  :host {
    container-type: inline-size;
  }

  kontor-search {
    margin-block-end: var(--k-4);
  }

  .layout {
    display: grid;
    grid-template-columns: 248px minmax(0, 1fr);
    gap: var(--k-4) var(--k-8);
    align-items: start;
  }

  .layout.narrow {
    grid-template-columns: minmax(0, 1fr);
  }

  .layout:not(.narrow) aside {
    position: sticky;
    top: var(--kontor-sticky-top, 0);
    max-height: calc(100vh - var(--kontor-sticky-top, 0px));
    padding-block-end: var(--k-4);
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  aside h2 {
    margin: var(--k-6) 0 var(--k-1);
    font-size: var(--k-text);
    font-weight: var(--k-bold);
  }

  .found {
    display: grid;
    gap: var(--k-3);
    min-width: 0;
    align-content: start;
  }

  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2) var(--k-3);
    align-items: center;
  }

  .toolbar b {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--k-accent);
    color: var(--k-on-accent);
    font-size: var(--k-text-s);
    line-height: 20px;
  }

  .count {
    flex: 1;
    margin: 0;
    color: var(--k-soft);
  }

  .sort {
    display: flex;
    gap: var(--k-2);
    align-items: center;
    color: var(--k-soft);
  }

  .sort select {
    width: auto;
    max-width: 100%;
  }

  .views {
    display: flex;
  }

  .views [aria-pressed='true'] {
    background: var(--k-accent-tint);
    color: var(--k-accent);
  }

  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2);
    align-items: center;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .chosen li {
    max-width: 100%;
  }

  .chosen .chip {
    max-width: 100%;
    border-color: transparent;
    background: var(--k-accent-tint);
    color: var(--k-accent);
    font-weight: var(--k-medium);
    text-align: start;
    white-space: normal;
    overflow-wrap: anywhere;
  }

  .chosen svg {
    flex: none;
  }

  .corrected,
  .note {
    margin: 0;
  }

  .corrected {
    color: var(--k-soft);
  }

  .products {
    transition: opacity var(--k-motion);
  }

  .products[aria-busy='true'] {
    opacity: 0.5;
  }

  .more {
    display: grid;
    gap: var(--k-2);
    justify-items: center;
    padding-block: var(--k-4);
  }

  .more button {
    min-width: min(100%, 240px);
  }

  .more small {
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  dialog {
    width: 100%;
    max-width: 560px;
    max-height: 86vh;
    margin: auto auto 0;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 14px 14px 0 0;
    background: var(--k-ground);
    color: var(--k-ink);
    box-shadow: var(--k-float);
  }

  dialog[open] {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  dialog header,
  dialog footer {
    display: flex;
    gap: var(--k-3);
    align-items: center;
    justify-content: space-between;
    padding: var(--k-2) var(--k-2) var(--k-2) var(--k-4);
    border-block-end: 1px solid var(--k-line);
  }

  dialog h2 {
    margin: 0;
    font-size: var(--k-text-l);
    letter-spacing: -0.015em;
  }

  dialog kontor-facets {
    padding-inline: var(--k-4);
    overflow: auto;
    overscroll-behavior: contain;
  }

  dialog footer {
    padding: var(--k-3) var(--k-4) calc(var(--k-3) + env(safe-area-inset-bottom));
    border-block: 1px solid var(--k-line) 0;
  }

  dialog footer .primary {
    flex: 1;
    min-height: 44px;
  }

  dialog footer button {
    min-height: 44px;
  }

  @container (max-width: 560px) {
    .toolbar {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
    }

    .sort span {
      display: none;
    }

    .sort select {
      width: 100%;
    }

    .count,
    .views {
      order: 1;
    }

    .views {
      justify-content: end;
    }
  }
`;
