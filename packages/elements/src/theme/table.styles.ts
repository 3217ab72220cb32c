import { css } from 'lit';

/** A framed table of what people look through: orders, lines of an order, exchanges. `.figure` for amounts. */
export const tableStyles = css`
  .frame {
    overflow: hidden;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  table {
    width: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 9px 12px;
    border-top: 1px solid var(--k-line);
    text-align: start;
    vertical-align: baseline;
  }

  thead th {
    border-top: 0;
    background: var(--k-sunk);
    color: var(--k-soft);
    font-size: var(--k-text-s);
    font-weight: 400;
  }

  .figure {
    text-align: end;
    white-space: nowrap;
  }
`;
