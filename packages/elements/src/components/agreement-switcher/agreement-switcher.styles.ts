import { css } from 'lit';

export const agreementSwitcherStyles = css`
  :host {
    display: inline-block;
    max-width: 100%;
  }

  .current {
    max-width: 100%;
    text-align: start;
  }

  .current .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .current small {
    color: var(--k-soft);
    font-weight: 400;
  }

  .alone {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px var(--k-2);
    align-items: baseline;
    font-weight: var(--k-medium);
  }

  .alone small {
    color: var(--k-soft);
    font-size: inherit;
    font-weight: 400;
  }

  fieldset {
    display: grid;
    gap: 2px;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  label {
    display: grid;
    grid-template-columns: 20px 1fr auto;
    gap: 0 var(--k-3);
    padding: 9px 10px;
    border-radius: 7px;
    cursor: pointer;
  }

  label:hover {
    background: var(--k-hover);
  }

  label:has(:checked) {
    background: var(--k-accent-tint);
  }

  label:has(:focus-visible) {
    outline: 2px solid var(--k-accent);
    outline-offset: -2px;
  }

  label input[type='radio'] {
    width: 16px;
    height: 16px;
    margin: 2px 0 0;
    outline: none;
  }

  label small {
    display: block;
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  .sum {
    font-weight: 600;
    text-align: end;
    white-space: nowrap;
  }

  .sum small {
    font-weight: 400;
  }

  .sum .down {
    color: var(--k-ok);
  }

  .sum .up,
  .missing {
    color: var(--k-warn) !important;
  }

  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2) var(--k-3);
    align-items: center;
    justify-content: space-between;
    margin: var(--k-1) calc(-1 * var(--k-2)) calc(-1 * var(--k-2));
    padding: 10px calc(var(--k-2) + 10px);
    position: sticky;
    bottom: calc(-1 * var(--k-2));
    border-top: 1px solid var(--k-line);
    background: var(--k-ground);
    color: var(--k-soft);
    font-size: 13px;
  }

  footer span {
    flex: 1 1 12em;
  }

  @media (max-width: 480px) {
    .current small {
      display: none;
    }
  }
`;
