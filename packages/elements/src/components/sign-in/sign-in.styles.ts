import { css } from 'lit';

export const signInStyles = css`
  :host {
    max-width: 360px;
  }

  form {
    display: grid;
    gap: 14px;
  }

  .done {
    display: grid;
    gap: 6px;
    margin-block-end: 18px;
  }

  .done h2 {
    display: flex;
    gap: 10px;
    align-items: center;
  }

  .done h2 svg {
    flex: none;
    color: var(--k-ok);
  }

  h2:focus {
    outline: none;
  }

  h2 {
    margin: 0;
    font-size: var(--k-text-l);
    font-weight: var(--k-bold);
    letter-spacing: -0.015em;
  }

  p {
    margin: 0;
    color: var(--k-soft);
  }

  /* Takes no place while it says nothing. */
  [role]:not(:has(*)) {
    position: absolute;
  }

  .password {
    position: relative;
  }

  .password input:not([type='checkbox']) {
    padding-inline-end: calc(var(--k-control) + 4px);
  }

  .password button {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
  }

  .below {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2) var(--k-4);
    justify-content: space-between;
    font-size: 13px;
  }
`;
