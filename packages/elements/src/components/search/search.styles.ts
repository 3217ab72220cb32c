import { css } from 'lit';

export const searchStyles = css`
  :host {
    position: relative;
    min-width: 0;
  }

  search {
    display: block;
    position: relative;
  }

  .sign {
    display: grid;
    position: absolute;
    inset-block: 0;
    inset-inline-start: 11px;
    align-items: center;
    color: var(--k-soft);
    pointer-events: none;
  }

  input[type='search'] {
    min-height: max(var(--k-control), 40px);
    padding-inline: 36px 40px;
    font-size: max(var(--k-text-m), 15px);
    text-overflow: ellipsis;
    appearance: none;
  }

  @media (pointer: coarse) {
    input[type='search'] {
      font-size: 16px;
    }
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  search button,
  kbd {
    position: absolute;
    inset-block: 2px;
    inset-inline-end: 2px;
    min-height: 0;
  }

  kbd {
    inset-block: 50% auto;
    inset-inline-end: 10px;
    padding: 0 7px;
    border: 1px solid var(--k-line-strong);
    border-radius: 4px;
    color: var(--k-soft);
    font: inherit;
    font-size: 12px;
    line-height: 18px;
    transform: translateY(-50%);
    pointer-events: none;
  }

  @media (pointer: coarse) {
    kbd {
      display: none;
    }
  }

  .list {
    position: absolute;
    z-index: 20;
    inset-block-start: calc(100% + 6px);
    inset-inline: 0;
    min-width: min(100%, 280px);
    max-height: min(70vh, 480px);
    padding: var(--k-2);
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--k-line-strong);
    border-radius: var(--k-radius-l);
    background: var(--k-ground);
    box-shadow: var(--k-float);
  }

  .list[hidden] {
    display: none;
  }

  h3 {
    margin: 0;
    padding: 8px 10px 4px;
    color: var(--k-soft);
    font-size: var(--k-text-s);
    font-weight: 400;
  }

  [role='option'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--k-3);
    padding: 8px 10px;
    border-radius: var(--k-radius);
    color: var(--k-ink);
    cursor: pointer;
  }

  [role='option']:hover {
    background: var(--k-hover);
    text-decoration: none;
  }

  [role='option'][aria-selected='true'] {
    background: var(--k-accent-tint);
    outline: 2px solid transparent;
  }

  @media (pointer: coarse) {
    [role='option'] {
      min-height: 44px;
      padding-block: 11px;
    }
  }

  .name {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  small {
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  code {
    font-family: var(--k-mono);
  }

  mark {
    background: none;
    color: inherit;
    font-weight: var(--k-bold);
  }

  .news {
    margin: 0;
    padding: 8px 10px;
    color: var(--k-soft);
  }
`;
