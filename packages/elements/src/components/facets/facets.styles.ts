import { css } from 'lit';

export const facetsStyles = css`
  section {
    border-block-end: 1px solid var(--k-line);
  }

  section:last-of-type {
    border: 0;
  }

  h3 {
    margin: 0;
    font: inherit;
  }

  h3 button {
    justify-content: start;
    width: 100%;
    min-height: max(var(--k-control), 40px);
    padding: 0;
    border: 0;
    font-weight: var(--k-medium);
    text-align: start;
    white-space: normal;
  }

  h3 button:hover {
    background: none !important;
    color: var(--k-accent) !important;
  }

  h3 small {
    color: var(--k-soft);
    font-size: inherit;
    font-weight: 400;
  }

  h3 svg {
    flex: none;
    margin-inline-start: auto;
    color: var(--k-soft);
    transition: transform var(--k-motion);
  }

  h3 button[aria-expanded='true'] svg {
    transform: rotate(90deg);
  }

  b {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--k-accent-tint);
    color: var(--k-accent);
    font-size: var(--k-text-s);
    line-height: 20px;
    text-align: center;
  }

  .values {
    display: grid;
    gap: 6px;
    justify-items: start;
    padding-block-end: var(--k-3);
  }

  ul {
    width: 100%;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  ul.whole {
    max-height: 320px;
    overflow: auto;
    overscroll-behavior: contain;
  }

  label {
    display: grid;
    grid-template-columns: 18px 1fr auto;
    gap: var(--k-2);
    align-items: start;
    padding: 4px 6px 4px 0;
    border-radius: var(--k-radius);
    line-height: 20px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  label:hover span {
    color: var(--k-accent);
  }

  @media (pointer: coarse) {
    label {
      padding-block: 12px;
    }
  }

  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 2px 0 0;
  }

  input[type='search'] {
    min-height: 34px;
  }

  label small {
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  .values > .link {
    padding-block: 2px;
    font-size: 13px;
  }

  .values p {
    margin: 0;
    color: var(--k-soft);
  }

  .more {
    margin-block: var(--k-3);
  }

  .bones {
    display: flex;
    align-items: center;
    min-height: 28px;
  }

  .bones.heading {
    min-height: 40px;
  }
`;
