import { css } from 'lit';

/** Native controls in our clothes: `button`, `.primary`, `.link`, `input`, `select`, `textarea`, `.field`, `.chip`. */
export const controlStyles = css`
  button,
  input,
  select,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--k-2);
    min-height: var(--k-control);
    padding: 0 var(--k-3);
    border: 1px solid var(--k-line-strong);
    border-radius: var(--k-radius);
    background: var(--k-ground);
    color: var(--k-ink);
    font-weight: var(--k-medium);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
  }

  button:hover,
  .button:hover {
    background: var(--k-hover);
  }

  button:disabled,
  button[aria-disabled='true'] {
    color: var(--k-faint);
    cursor: default;
  }

  button.primary,
  .button.primary {
    border-color: var(--k-accent);
    background: var(--k-accent);
    color: var(--k-on-accent);
  }

  button.primary:hover,
  .button.primary:hover {
    background: color-mix(in oklab, var(--k-accent) 88%, var(--k-ink));
  }

  button.primary:disabled,
  button.primary[aria-disabled='true'] {
    border-color: var(--k-line);
    background: var(--k-line);
    color: var(--k-faint);
  }

  button.big {
    width: 100%;
    min-height: 48px;
    font-size: 16px;
    font-weight: var(--k-bold);
  }

  button.quiet,
  button.icon {
    border-color: transparent;
    background: none;
  }

  button.icon {
    width: var(--k-control);
    padding: 0;
    color: var(--k-soft);
  }

  button.quiet:hover,
  button.icon:hover {
    background: var(--k-hover);
    color: var(--k-ink);
  }

  button.link,
  a {
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--k-accent);
    font-weight: inherit;
    text-decoration: none;
    white-space: normal;
    cursor: pointer;
  }

  button.link:hover,
  a:hover {
    background: none;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    width: 100%;
    min-height: var(--k-control);
    padding: 0 10px;
    border: 1px solid var(--k-edge);
    border-radius: var(--k-radius);
    background: var(--k-ground);
    color: var(--k-ink);
  }

  textarea {
    padding-block: var(--k-2);
    line-height: inherit;
    resize: vertical;
  }

  input[type='checkbox'],
  input[type='radio'] {
    width: 18px;
    height: 18px;
    accent-color: var(--k-accent);
  }

  ::placeholder {
    color: var(--k-faint);
    opacity: 1;
  }

  :is(input, select, textarea):focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  :is(input, select, textarea)[aria-invalid='true'] {
    border-color: var(--k-bad);
  }

  /* Below 16 px phones zoom into the page when a field is touched. */
  @media (pointer: coarse) {
    input:not([type='checkbox'], [type='radio']),
    select,
    textarea {
      font-size: 16px;
    }
  }

  .field {
    display: grid;
    gap: var(--k-1);
    color: var(--k-soft);
    font-size: 13px;
  }

  .field :is(input, select, textarea) {
    color: var(--k-ink);
    font-size: max(var(--k-text-m), 15px);
  }

  .field .error {
    color: var(--k-bad);
  }

  .chip {
    min-height: 28px;
    padding: 0 10px;
    border-radius: 14px;
    font-weight: 400;
  }

  .chip[aria-pressed='true'],
  .chip[aria-checked='true'] {
    border-color: var(--k-accent);
    background: var(--k-accent-tint);
    color: var(--k-accent);
    font-weight: 600;
  }

  @media (pointer: coarse) {
    .chip {
      min-height: 40px;
      padding: 0 14px;
      border-radius: 20px;
    }
  }

  @media (forced-colors: active) {
    button,
    .chip[aria-pressed='true'] {
      border: 1px solid ButtonBorder;
    }
  }

  @media print {
    button:not(.link),
    input,
    select,
    textarea {
      display: none;
    }

    .button {
      padding: 0;
      border: 0;
    }
  }
`;
