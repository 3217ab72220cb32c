import { css } from 'lit';

/** The card beside lines or a form: what it comes to, and the button that goes on. It stays in view until there is no room beside. */
export const summaryStyles = css`
  :host {
    container-type: inline-size;
  }

  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: var(--k-8);
    align-items: start;
  }

  .card {
    position: sticky;
    top: var(--k-4);
    padding: 18px;
    border: 1px solid var(--k-line);
    border-radius: 12px;
  }

  .card dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 6px 0;
    margin: 0;
  }

  .card dd {
    margin: 0;
    text-align: end;
  }

  .card .soft {
    color: var(--k-soft);
    font-size: 13px;
  }

  .card :is(dt, dd).total {
    margin-top: var(--k-2);
    padding-top: var(--k-3);
    border-top: 1px solid var(--k-line);
    font-size: var(--k-text-l);
    font-weight: var(--k-bold);
  }

  .card.saving dd {
    color: var(--k-soft);
  }

  .card button.big {
    margin-top: 14px;
  }

  .card p {
    margin: 10px 0 0;
    color: var(--k-soft);
    font-size: 13px;
  }

  .card p.warn {
    color: var(--k-warn);
  }

  .card .note,
  .card kontor-call-me {
    margin-top: 14px;
  }

  @container (max-width: 860px) {
    .layout {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--k-6);
    }

    .card {
      position: static;
    }
  }

  @media print {
    .layout {
      display: block;
    }

    .card {
      width: 300px;
      margin: var(--k-4) 0 0 auto;
      padding: 0;
      border: 0;
      break-inside: avoid;
    }
  }
`;
