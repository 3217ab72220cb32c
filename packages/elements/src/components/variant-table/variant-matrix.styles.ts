import { css } from 'lit';

export const variantMatrixStyles = css`
  [role='grid'] {
    max-width: 100%;
    overflow-x: auto;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  .head,
  .row {
    display: grid;
    grid-template-columns: 120px repeat(var(--columns), minmax(100px, 190px));
    min-width: calc(120px + var(--columns) * 100px);
  }

  .head > *,
  .row > * {
    min-width: 0;
    padding: 6px;
    align-content: center;
  }

  .head {
    background: var(--k-sunk);
    color: var(--k-soft);
    font-size: var(--k-text-s);
    text-align: end;
  }

  .head > :not(:first-child),
  .quiet {
    padding-inline-end: 17px;
  }

  .head > :first-child {
    text-align: start;
  }

  .row {
    border-block-start: 1px solid var(--k-line);
  }

  .row:focus-within {
    background: var(--k-hover);
  }

  [role='rowheader'],
  .head > :first-child {
    position: sticky;
    inset-inline-start: 0;
    background: inherit;
  }

  .row:not(:focus-within) [role='rowheader'] {
    background: var(--k-ground);
  }

  .row > :first-child,
  .head > :first-child {
    padding-inline-start: 12px;
  }

  [role='rowheader'] {
    font-weight: var(--k-medium);
  }

  [role='gridcell'] {
    text-align: end;
  }

  input:not([type='checkbox']) {
    text-align: end;
  }

  small {
    display: block;
    min-height: 1.3em;
    padding-inline-end: 11px;
    color: var(--k-soft);
    font-size: 12px;
    line-height: 1.5;
  }

  .quiet {
    color: var(--k-faint);
  }

  i {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline-end: 6px;
    border-radius: 50%;
    background: var(--k-ok);
  }

  i.low {
    background: linear-gradient(90deg, var(--k-warn) 50%, transparent 50%);
    box-shadow: inset 0 0 0 1.5px var(--k-warn);
  }

  i.none {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--k-faint);
  }

  .under > * {
    padding: 4px 12px;
    background: var(--k-warn-tint);
    color: var(--k-warn);
    font-size: 13px;
  }

  .under.bad > * {
    background: var(--k-bad-tint);
    color: var(--k-bad);
  }

  @media (forced-colors: active) {
    i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
