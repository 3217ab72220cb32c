import { css } from 'lit';

/** A native `<dialog>` over the page, with an `.icon` button in its corner that closes it. */
export const dialogStyles = css`
  dialog {
    width: min(420px, calc(100vw - 24px));
    padding: var(--k-6);
    border: 1px solid var(--k-line-strong);
    border-radius: 12px;
    background: var(--k-ground);
    color: var(--k-ink);
    box-shadow: var(--k-float);
    text-align: start;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }

  dialog > .icon {
    position: absolute;
    inset-block-start: 10px;
    inset-inline-end: 10px;
  }
`;
