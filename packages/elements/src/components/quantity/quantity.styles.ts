import { css } from 'lit';

export const quantityStyles = css`
  :host {
    display: inline-block;
  }

  .box {
    display: grid;
    grid-template-columns: calc(var(--k-control) - 4px) calc(7ch + 14px) calc(var(--k-control) - 4px);
    width: max-content;
    max-width: 100%;
    border: 1px solid var(--k-edge);
    border-radius: var(--k-radius);
    background: var(--k-ground);
  }

  .box:focus-within {
    outline: 2px solid var(--k-accent);
    outline-offset: -1px;
  }

  :host([without-buttons]) .box {
    grid-template-columns: minmax(5ch, 1fr);
    width: auto;
  }

  .box input:not([type='checkbox']) {
    width: 100%;
    min-width: 0;
    min-height: calc(var(--k-control) - 2px);
    padding: 0 6px;
    border: 0;
    border-radius: 0;
    outline: none;
    background: none;
    text-align: center;
  }

  :host([without-buttons]) input:not([type='checkbox']) {
    text-align: end;
  }

  .box button {
    min-height: 0;
    padding: 0;
    border: 0;
    border-radius: calc(var(--k-radius) - 1px);
    background: none;
    color: var(--k-soft);
  }

  .box button:hover:not(:disabled) {
    background: var(--k-hover);
    color: var(--k-ink);
  }

  .invalid .box {
    border-color: var(--k-bad);
  }

  .error {
    display: block;
    max-width: 24ch;
    color: var(--k-bad);
    font-size: 12px;
  }
`;
