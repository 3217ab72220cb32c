import { css } from 'lit';

export const analoguesStyles = css`
  :host {
    container-type: inline-size;
  }

  slot[hidden] {
    display: none;
  }

  ul {
    display: grid;
    gap: var(--k-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: grid;
    grid-row: span calc(var(--facts) + 5);
    gap: 2px;
    padding: 14px;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  .wanted {
    background: var(--k-sunk);
  }

  .reason {
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  .name {
    padding-block-end: 6px;
  }

  b {
    font-weight: var(--k-medium);
  }

  small {
    display: block;
    color: var(--k-soft);
    font-size: 12px;
  }

  .name small {
    font-family: var(--k-mono);
  }

  .fact {
    display: flex;
    justify-content: space-between;
    gap: var(--k-3);
    padding-block: 3px;
    border-block-start: 1px solid var(--k-line);
  }

  .fact > :first-child {
    color: var(--k-soft);
  }

  .fact > :last-child {
    text-align: end;
  }

  .other {
    margin-block: -1px;
    padding: 1px 6px;
    border-radius: 4px;
    background: var(--k-warn-tint);
    color: var(--k-warn);
    font-weight: var(--k-medium);
  }

  kontor-price {
    padding-block-start: 8px;
    border-block-start: 1px solid var(--k-line);
    font-size: 17px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-content: end;
    gap: 6px;
    padding-block-start: 10px;
  }

  .actions small {
    flex: 1 0 100%;
  }

  .in-cart {
    color: var(--k-ok);
  }

  .actions button {
    flex: 1 1 auto;
  }

  li > .bone {
    width: 70%;
    margin-block: 8px;
  }

  @container (min-width: 560px) {
    ul {
      grid-auto-columns: minmax(230px, 1fr);
      grid-auto-flow: column;
      grid-template-rows: repeat(calc(var(--facts) + 5), auto);
      overflow-x: auto;
    }

    li {
      grid-template-rows: subgrid;
    }
  }
`;
