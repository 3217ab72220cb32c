import { css } from 'lit';

export const ordersStyles = css`
  :host {
    container-type: inline-size;
  }

  .filters {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr);
    gap: var(--k-2);
    margin-bottom: 14px;
  }

  .loading tbody {
    opacity: 0.6;
  }

  tbody th {
    font-weight: var(--k-medium);
    white-space: nowrap;
  }

  tbody tr {
    position: relative;
  }

  tbody tr:hover {
    background: var(--k-hover);
  }

  /* The whole row is the target of its link. */
  tbody th :is(a, button)::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  tbody small {
    display: block;
    color: var(--k-soft);
    font-size: var(--k-text-s);
    font-weight: 400;
  }

  /* An order that is several documents has as many numbers in accounting. */
  tbody th small {
    max-width: 26ch;
    white-space: normal;
  }

  .more {
    display: flex;
    justify-content: center;
    padding: var(--k-4);
  }

  @container (max-width: 600px) {
    .filters {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }

    .filters :first-child {
      grid-column: 1 / -1;
    }

    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      padding: 10px 12px;
      border-top: 1px solid var(--k-line);
    }

    tbody tr:first-child {
      border-top: 0;
    }

    tbody :is(th, td) {
      padding: 0;
      border: 0;
    }

    .where {
      justify-self: end;
    }

    .by {
      color: var(--k-soft);
      font-size: 13px;
    }
  }

  @media print {
    .filters,
    .more {
      display: none;
    }

    .frame {
      overflow: visible;
      border-width: 0 0 1px;
      border-radius: 0;
    }

    tr {
      break-inside: avoid;
    }
  }
`;
