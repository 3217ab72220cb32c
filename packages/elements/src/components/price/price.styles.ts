import { css } from 'lit';

export const priceStyles = css`
  :host {
    display: inline-block;
    min-width: 6ch;
  }

  .now {
    font-weight: var(--k-bold);
    white-space: nowrap;
  }

  .unit {
    color: var(--k-soft);
    font-size: var(--k-text-s);
    font-weight: 400;
  }

  small {
    display: block;
    color: var(--k-soft);
    font-size: 12px;
    line-height: 1.3;
  }

  small.reached {
    color: var(--k-ok);
  }

  .outdated {
    color: var(--k-soft);
  }

  .quiet {
    color: var(--k-soft);
  }

  dl {
    display: grid;
    grid-template-columns: auto auto;
    justify-content: start;
    gap: 2px var(--k-4);
    margin: 6px 0 0;
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  dd {
    margin: 0;
    text-align: end;
  }

  .applies {
    color: var(--k-ink);
    font-weight: var(--k-medium);
  }
`;
