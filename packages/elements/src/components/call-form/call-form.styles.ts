import { css } from 'lit';

export const callFormStyles = css`
  form,
  .done {
    display: grid;
    gap: 14px;
  }

  h2 {
    margin: 0;
    padding-inline-end: 28px;
    font-size: var(--k-text-l);
    font-weight: var(--k-bold);
    line-height: 1.25;
    letter-spacing: -0.015em;
  }

  .done h2 {
    display: flex;
    gap: 10px;
    align-items: center;
  }

  .done h2 svg {
    flex: none;
    color: var(--k-ok);
  }

  /* Takes no place while it says nothing. */
  [role='alert']:not(:has(.note)) {
    position: absolute;
  }

  h2:focus {
    outline: none;
  }

  p {
    margin: 0;
    color: var(--k-soft);
  }

  .about {
    padding: 8px 12px;
    border-radius: var(--k-radius);
    background: var(--k-sunk);
    overflow-wrap: anywhere;
  }

  .about b {
    display: block;
    color: var(--k-ink);
    font-weight: var(--k-medium);
  }

  .about small {
    font-size: var(--k-text-s);
  }
`;
