import { css } from 'lit';

export const exchangeJournalStyles = css`
  :host {
    container-type: inline-size;
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2);
    margin-bottom: 14px;
  }

  .filters select {
    flex: 0 1 15em;
    min-width: 8em;
  }

  .loading .run {
    opacity: 0.6;
  }

  tbody th {
    font-weight: var(--k-medium);
    white-space: nowrap;
  }

  th button.link {
    display: inline-flex;
    gap: 4px;
    align-items: baseline;
  }

  th button svg {
    align-self: center;
  }

  :host(:dir(rtl)) [aria-expanded='false'] svg {
    transform: scaleX(-1);
  }

  small {
    display: block;
    color: var(--k-soft);
    font-size: var(--k-text-s);
    overflow-wrap: anywhere;
  }

  .quiet {
    color: var(--k-soft);
  }

  .bad {
    color: var(--k-bad);
    font-weight: var(--k-medium);
  }

  .count {
    display: inline-block;
    margin-inline-end: var(--k-3);
    white-space: nowrap;
  }

  .count bdi {
    font-weight: var(--k-medium);
  }

  .status {
    display: inline-flex;
    gap: 7px;
    align-items: baseline;
  }

  .status i {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--k-ok);
  }

  .status.running i {
    background: none;
    box-shadow: inset 0 0 0 2px var(--k-accent);
  }

  .status.failed i {
    border-radius: 1px;
    background: var(--k-bad);
    transform: rotate(45deg);
  }

  .what small {
    margin-inline-start: 15px;
  }

  .details td {
    padding: 4px 12px var(--k-4);
    border-top: 0;
  }

  h3 {
    margin: var(--k-3) 0 var(--k-1);
    color: var(--k-soft);
    font-size: var(--k-text-s);
    font-weight: 400;
  }

  ul {
    display: grid;
    gap: var(--k-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    overflow-wrap: anywhere;
  }

  li b {
    margin-inline-end: var(--k-2);
    font-weight: var(--k-medium);
  }

  .files .quiet {
    white-space: pre-line;
  }

  .problems li {
    padding-inline-start: var(--k-3);
    border-inline-start: 3px solid var(--k-line);
  }

  .problems .error {
    border-color: var(--k-bad);
  }

  .problems .warning {
    border-color: var(--k-warn);
  }

  .problems + button {
    margin-top: var(--k-3);
  }

  p {
    margin: 0;
  }

  .more {
    display: flex;
    justify-content: center;
    padding: var(--k-4);
  }

  [role='alert'] .note {
    margin-bottom: 14px;
  }

  @container (max-width: 600px) {
    .filters select {
      flex: 1 1 40%;
    }

    thead {
      position: absolute;
      clip-path: inset(50%);
    }

    .run {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px 12px;
      padding: 10px 12px;
      border-top: 1px solid var(--k-line);
    }

    .run:first-child {
      border-top: 0;
    }

    .run :is(th, td) {
      padding: 0;
      border: 0;
    }

    .run :is(th, .changed) {
      grid-column: 1 / -1;
    }

    .run .figure {
      grid-area: 2 / 2;
    }

    .details:not([hidden]) {
      display: block;
    }

    .details td {
      display: block;
    }
  }

  @media (forced-colors: active) {
    .status i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
