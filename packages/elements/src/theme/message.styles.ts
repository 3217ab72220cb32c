import { css } from 'lit';

/** What an element says instead of its content, or beside it: `.state` for empty and failed, `.note` for a line of news. */
export const messageStyles = css`
  .state {
    display: grid;
    justify-items: center;
    gap: var(--k-3);
    padding: var(--k-8) var(--k-4);
    color: var(--k-soft);
    text-align: center;
  }

  .state p {
    max-width: 44ch;
    margin: 0;
  }

  .state .title {
    color: var(--k-ink);
    font-size: var(--k-text-m);
    font-weight: var(--k-medium);
  }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--k-2) var(--k-3);
    padding: 10px 14px;
    border-radius: var(--k-radius-l);
    background: var(--k-accent-tint);
  }

  .note .grow {
    flex: 1 1 16em;
  }

  .note.warn {
    background: var(--k-warn-tint);
    color: var(--k-warn);
  }

  .note.bad {
    background: var(--k-bad-tint);
    color: var(--k-bad);
  }

  .note.ok {
    background: var(--k-ok-tint);
    color: var(--k-ok);
  }
`;
