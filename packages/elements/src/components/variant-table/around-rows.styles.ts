import { css } from 'lit';

/** Notes under rows, the sum bar, what was pasted, the comparison of analogues. */
export const aroundRowsStyles = css`
  /* What happened, next to where it happened. */
  .under {
    height: var(--note);
    font-size: 13px;
  }

  .under > * {
    display: flex;
    align-items: start;
    justify-content: flex-end;
    gap: 10px;
    height: 100%;
    padding: 2px 12px 6px;
  }

  .under .say {
    display: -webkit-box;
    max-width: 100%;
    padding: 3px 9px;
    overflow: hidden;
    border-radius: 5px;
    background: var(--k-warn-tint);
    color: var(--k-warn);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .under.bad .say {
    background: var(--k-bad-tint);
    color: var(--k-bad);
  }

  .under.analogue > * {
    align-items: center;
    justify-content: flex-start;
    padding-block: 0 6px;
    color: var(--k-soft);
    white-space: nowrap;
  }

  .card {
    display: flex;
    align-items: center;
    gap: 4px 14px;
    min-width: 0;
    max-height: 100%;
    padding-inline-start: 10px;
    border: 1px dashed var(--k-line-strong);
    border-radius: 8px;
    color: var(--k-ink);
  }

  .card .what {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .card button {
    min-height: 30px;
    margin: 1px;
  }

  .narrow .analogue {
    height: calc(2 * var(--note));
  }

  .narrow .under.analogue > * {
    flex-wrap: wrap;
    align-content: center;
    gap: 4px 10px;
  }

  .narrow .lead {
    order: -2;
  }

  .narrow .under.analogue .link {
    order: -1;
    min-height: 24px;
    margin-inline-start: auto;
  }

  .narrow .card {
    flex: 1 0 100%;
    flex-wrap: wrap;
    max-height: 92px;
    padding: 6px 10px;
  }

  .narrow .card .what {
    flex: 1 1 40%;
  }

  .narrow .card button {
    min-height: 36px;
    margin-inline: auto 0;
  }

  .bar {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 12px 24px;
    min-height: var(--foot);
    padding: 10px 12px;
    border-block-start: 1px solid var(--k-line-strong);
    background: var(--k-ground);
  }

  .bar .total {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 24px;
    min-width: 0;
  }

  .bar b {
    font-size: 17px;
    white-space: nowrap;
  }

  .bar small {
    font-size: var(--k-text);
  }

  .narrow .bar b {
    font-size: 16px;
    line-height: 1.3;
    white-space: normal;
  }

  .narrow .bar small {
    font-size: 12px;
  }

  .narrow .bar .hint {
    display: none;
  }

  .narrow .bar button {
    min-height: 44px;
  }

  ul {
    margin: 4px 0 0;
    padding-inline-start: 18px;
  }

  dialog {
    width: min(1000px, 100%);
    max-height: calc(100% - 32px);
    padding: var(--k-4);
    border: 1px solid var(--k-line-strong);
    border-radius: var(--k-radius-l);
    background: var(--k-ground);
    color: var(--k-ink);
    box-shadow: var(--k-float);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.35);
  }

  dialog form {
    margin-block-start: var(--k-4);
  }

  @media print {
    .bar {
      display: none;
    }
  }
`;
