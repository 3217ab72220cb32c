import { css } from 'lit';

export const accountMenuStyles = css`
  :host {
    display: inline-block;
    min-width: 0;
    max-width: 100%;
  }

  [part='button'] {
    max-width: 100%;
  }

  .name {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .who {
    display: grid;
    padding: 6px 10px 10px;
    border-bottom: 1px solid var(--k-line);
    overflow-wrap: anywhere;
  }

  .who small,
  .company small {
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  h3 {
    margin: 0;
    padding: 10px 10px 4px;
    color: var(--k-soft);
    font-size: var(--k-text-s);
    font-weight: 400;
  }

  .company {
    display: grid;
    grid-template-columns: 20px 1fr;
    justify-content: stretch;
    width: 100%;
    min-height: var(--k-control);
    padding: 6px 10px;
    border: 0;
    text-align: start;
    white-space: normal;
  }

  .company small {
    display: block;
    font-weight: 400;
  }

  .out {
    width: 100%;
    justify-content: start;
    margin-top: var(--k-1);
    padding-inline: 10px;
  }

  dialog kontor-sign-in {
    max-width: none;
  }
`;
