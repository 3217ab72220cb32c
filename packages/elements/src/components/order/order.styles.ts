import { css } from 'lit';

export const orderStyles = css`
  :host {
    container-type: inline-size;
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2) var(--k-4);
    align-items: baseline;
    margin-bottom: 14px;
  }

  h1 {
    margin: 0;
    font-size: var(--k-text-xl);
    font-weight: var(--k-bold);
    line-height: 1.25;
    letter-spacing: -0.015em;
  }

  h2 {
    margin: 24px 0 10px;
    font-size: 16px;
    font-weight: var(--k-bold);
  }

  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 4px var(--k-4);
    margin: 0;
  }

  .facts dt {
    color: var(--k-soft);
  }

  .facts dd {
    margin: 0;
  }

  .history {
    display: grid;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .history li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--k-3);
    align-items: baseline;
  }

  .history small,
  td small {
    color: var(--k-soft);
    font-size: 13px;
  }

  .documents {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--k-2);
  }

  .documents p {
    display: inline-flex;
    align-items: center;
    gap: var(--k-1);
    margin: 0 var(--k-2) 0 0;
  }

  td small {
    display: block;
    font-family: var(--k-mono);
    font-size: var(--k-text-s);
  }

  tfoot td {
    border-top: 1px solid var(--k-line-strong);
    font-weight: var(--k-bold);
  }

  dialog form {
    display: grid;
    gap: 14px;
  }

  dialog h2,
  dialog p {
    margin: 0;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2);
    justify-content: end;
  }

  .status {
    align-self: baseline;
  }

  @container (max-width: 560px) {
    .price,
    thead {
      display: none;
    }

    tbody tr,
    tfoot tr {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 2px 12px;
      padding: 10px 12px;
      border-top: 1px solid var(--k-line);
    }

    tbody tr:first-child {
      border-top: 0;
    }

    tbody td,
    tfoot td {
      padding: 0;
      border: 0;
    }

    tbody td:first-child {
      grid-column: 1 / -1;
    }

    tbody .figure:not(:last-child) {
      color: var(--k-soft);
      text-align: start;
    }
  }

  @media print {
    .documents,
    h2:has(+ .documents) {
      display: none;
    }

    .frame {
      overflow: visible;
      border-width: 0 0 1px;
      border-radius: 0;
    }

    :is(th, td):first-child {
      padding-inline-start: 0;
    }

    :is(th, td):last-child {
      padding-inline-end: 0;
    }

    tr {
      break-inside: avoid;
    }

    h2 {
      break-after: avoid;
    }
  }
`;
