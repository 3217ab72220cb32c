import { css } from 'lit';

export const checkoutStyles = css`
  h1 {
    margin: 0 0 14px;
    font-size: var(--k-text-xl);
    font-weight: var(--k-bold);
    line-height: 1.25;
    letter-spacing: -0.015em;
  }

  h2,
  legend {
    margin: 26px 0 10px;
    padding: 0;
    font-size: 16px;
    font-weight: var(--k-bold);
  }

  section > :is(h2:first-child, fieldset:first-child > legend) {
    margin-top: 0;
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .ways {
    display: grid;
    gap: var(--k-2);
  }

  .way {
    display: grid;
    grid-template-columns: 20px 1fr auto;
    gap: 2px var(--k-3);
    padding: 12px 14px;
    border: 1px solid var(--k-line-strong);
    border-radius: var(--k-radius-l);
    cursor: pointer;
  }

  .way:hover {
    background: var(--k-hover);
  }

  .way:has(> input:checked) {
    border-color: var(--k-accent);
    box-shadow: inset 0 0 0 1px var(--k-accent);
  }

  .way:has(> input:focus-visible) {
    outline: 2px solid var(--k-accent);
    outline-offset: 2px;
  }

  .way input[type='radio'] {
    margin: 1px 0 0;
    outline: none;
  }

  .way b {
    font-weight: var(--k-medium);
  }

  .way small {
    grid-column: 2 / -1;
    color: var(--k-soft);
    font-size: 13px;
  }

  .cost {
    font-weight: 600;
    text-align: end;
    white-space: nowrap;
  }

  .where {
    display: grid;
    gap: var(--k-2);
    margin: 10px 0 0;
    padding-inline-start: 16px;
    border-inline-start: 2px solid var(--k-line);
  }

  .refused {
    margin-top: var(--k-2);
  }

  .fields {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--k-3);
  }

  .fields .wide {
    grid-column: 1 / -1;
  }

  .missing {
    outline: 2px solid var(--k-bad);
    outline-offset: 4px;
    border-radius: var(--k-radius-l);
  }

  .hint {
    margin: 0 0 8px;
    color: var(--k-bad);
    font-size: 13px;
  }

  ul.lines {
    margin: 6px 0 0;
    padding-inline-start: 18px;
    font-size: 13px;
  }

  @container (max-width: 480px) {
    .fields {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
