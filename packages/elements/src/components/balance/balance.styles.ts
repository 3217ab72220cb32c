import { css } from 'lit';

export const balanceStyles = css`
  :host {
    container-type: inline-size;
  }

  .card {
    display: grid;
    gap: var(--k-3);
    padding: 14px;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
  }

  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--k-3);
    align-items: baseline;
    justify-content: space-between;
  }

  h2 {
    margin: 0;
    font-size: var(--k-text-m);
    font-weight: var(--k-medium);
  }

  small {
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  .free {
    margin: 0;
  }

  .free b {
    display: block;
    font-size: var(--k-text-xl);
    font-weight: var(--k-bold);
    line-height: 1.25;
    letter-spacing: -0.015em;
    overflow-wrap: anywhere;
  }

  .free span {
    color: var(--k-soft);
    font-size: 13px;
  }

  .bar {
    height: 6px;
    margin-top: var(--k-2);
    overflow: hidden;
    border-radius: 3px;
    background: var(--k-line);
    forced-color-adjust: none;
  }

  .bar i {
    display: block;
    height: 100%;
    border-radius: 3px;
    background: var(--k-accent);
  }

  .bar.over i {
    background: var(--k-bad);
  }

  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 6px var(--k-3);
    margin: 0;
  }

  dt {
    color: var(--k-soft);
  }

  dd {
    margin: 0;
    text-align: end;
  }

  .bad {
    color: var(--k-bad);
    font-weight: var(--k-medium);
  }

  .card .note {
    font-size: 13px;
  }

  .state {
    padding: var(--k-2) 0;
  }

  /* Takes no place while it says nothing. */
  [role='alert']:not(:has(.note)) {
    position: absolute;
  }

  .loading {
    opacity: 0.6;
  }

  @container (min-width: 520px) {
    .figures {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--k-6);
      align-items: end;
    }
  }

  @container (max-width: 519px) {
    .figures {
      display: grid;
      gap: var(--k-3);
    }
  }
`;
