import { css } from 'lit';

export const productStyles = css`
  .list,
  .tiles {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .list {
    overflow: hidden;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  .list li {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) auto;
    gap: var(--k-3) var(--k-4);
    align-items: center;
    min-height: 72px;
    padding: var(--k-2) var(--k-4) var(--k-2) var(--k-2);
    border-block-end: 1px solid var(--k-line);
  }

  .list li:has(.buy) {
    align-items: start;
  }

  .list li:last-child {
    border: 0;
  }

  .list li:hover {
    background: var(--k-hover);
  }

  .list.lines li {
    grid-template-columns: 48px minmax(0, 1fr);
    min-height: 56px;
  }

  .list.lines .details {
    display: none;
  }

  .picture {
    display: grid;
    position: relative;
    place-items: center;
    overflow: hidden;
    aspect-ratio: 4 / 3;
    border-radius: var(--k-radius);
    background: var(--k-picture);
    color: var(--k-line-strong);
    isolation: isolate;
  }

  .picture:has(img:not([hidden])) > svg {
    visibility: hidden;
  }

  .picture img {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: contain;
    mix-blend-mode: multiply;
  }

  .picture img[hidden] {
    display: none;
  }

  @media (forced-colors: active) {
    .picture img {
      mix-blend-mode: normal;
    }
  }

  td kontor-add-to-cart {
    width: max-content;
  }

  .what {
    min-width: 0;
  }

  .what .bone {
    max-width: 100%;
    overflow: hidden;
    white-space: nowrap;
  }

  .name {
    color: var(--k-ink) !important;
    font-size: var(--k-text-m);
    font-weight: var(--k-medium) !important;
    line-height: 1.35;
    text-align: start;
    overflow-wrap: anywhere;
  }

  .name:hover {
    color: var(--k-accent) !important;
  }

  .details,
  .matches {
    margin: 2px 0 0;
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  .matches {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    margin-block-start: 6px;
  }

  code {
    font-family: var(--k-mono);
    overflow-wrap: anywhere;
  }

  .sku {
    padding: 1px 7px !important;
    border-radius: 4px;
    background: var(--k-accent-tint) !important;
    font-size: 12px;
    line-height: 20px;
    text-align: start;
  }

  .buy {
    display: grid;
    grid-template-columns: 104px 200px auto;
    gap: var(--k-2) var(--k-4);
    align-items: start;
  }

  .buy kontor-price {
    text-align: end;
  }

  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    gap: var(--k-4);
  }

  .tiles li {
    display: grid;
    grid-template-rows: auto 1fr auto;
    gap: var(--k-3);
    min-width: 0;
    padding: var(--k-3);
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  .tiles .buy {
    grid-template-columns: minmax(0, 1fr);
  }

  kontor-add-to-cart {
    display: block;
  }

  .tiles .buy kontor-price {
    text-align: start;
  }

  .table {
    overflow-x: auto;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  thead {
    background: var(--k-sunk);
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  th {
    font-weight: 400;
    text-align: start;
  }

  :is(th, td) {
    padding: 6px 10px;
  }

  tbody tr {
    height: 56px;
    border-block-start: 1px solid var(--k-line);
  }

  tbody tr:hover {
    background: var(--k-hover);
  }

  table .name {
    font-size: var(--k-text);
  }

  td:first-child {
    width: 64px;
    padding-inline-end: 0;
  }

  td .picture {
    width: 48px;
  }

  tbody th {
    min-width: 176px;
  }

  .figure {
    text-align: end;
  }

  @media (pointer: coarse) {
    .sku {
      padding-block: 8px !important;
    }
  }

  @container (max-width: 1100px) {
    .list li:has(.buy) {
      grid-template-columns: 72px minmax(0, 1fr);
    }

    .list .buy {
      grid-column: 2;
    }

    .list .buy kontor-price {
      text-align: start;
    }
  }

  @container (max-width: 760px) {
    .list li {
      padding-inline-end: var(--k-2);
    }

    .list .buy {
      grid-column: 1 / -1;
      display: flex;
      flex-wrap: wrap;
      gap: var(--k-2) var(--k-4);
    }

    .list .buy kontor-add-to-cart {
      flex: 1 0 100%;
    }
  }

  @container (max-width: 560px) {
    .tiles {
      grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
      gap: var(--k-2);
    }

    .tiles li {
      padding: var(--k-2);
    }
  }

  @media (forced-colors: active) {
    .views [aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
