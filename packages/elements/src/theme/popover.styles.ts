import { css } from 'lit';

/** What floats under a button; the one place with a shadow. */
export const popoverStyles = css`
  [popover] {
    position: fixed;
    width: min(420px, calc(100vw - 20px));
    margin: 0;
    padding: var(--k-2);
    overflow: auto;
    border: 1px solid var(--k-line-strong);
    border-radius: var(--k-radius-l);
    background: var(--k-ground);
    color: var(--k-ink);
    box-shadow: var(--k-float);
  }
`;
