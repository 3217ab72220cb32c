import { css } from 'lit';

export const stockStyles = css`
  :host {
    display: inline-block;
    max-width: 100%;
  }

  .here {
    display: block;
    padding-inline-start: 15px;
  }

  /* A full dot, a half one, a ring: the shape says it too. */
  i {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-inline: -15px 7px;
    border-radius: 50%;
    background: var(--k-ok);
  }

  .low i {
    background: linear-gradient(90deg, var(--k-warn) 50%, transparent 50%);
    box-shadow: inset 0 0 0 1.5px var(--k-warn);
  }

  .none i {
    background: none;
    box-shadow: inset 0 0 0 1.5px var(--k-faint);
  }

  small {
    display: block;
    padding-inline-start: 15px;
    color: var(--k-soft);
    font-size: 12px;
    line-height: 1.3;
  }

  .quiet {
    color: var(--k-soft);
  }

  @media (forced-colors: active) {
    i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
