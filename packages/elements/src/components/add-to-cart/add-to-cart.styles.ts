import { css } from 'lit';

export const addToCartStyles = css`
  :host {
    display: inline-block;
  }

  form {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2);
  }

  /* Where it has a line of its own, it takes it. */
  button {
    flex: 1 1 auto;
  }

  p {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 1.43em;
    margin: 4px 0 0;
    color: var(--k-soft);
    font-size: 13px;
  }

  p.corrected {
    color: var(--k-warn);
  }

  p.rejected {
    color: var(--k-bad);
  }

  p.saved svg {
    color: var(--k-ok);
  }
`;
