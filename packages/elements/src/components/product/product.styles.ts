import { css } from 'lit';

export const productStyles = css`
  :host {
    container-type: inline-size;
  }

  .head {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 28px;
    align-items: start;
    margin-block-end: 26px;
  }

  .head:not(:has(.pictures)) {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .pictures {
    width: 200px;
  }

  .strip {
    position: relative;
    display: flex;
    aspect-ratio: 1;
    overflow-x: auto;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
    background: var(--k-picture);
    isolation: isolate;
    scroll-behavior: smooth;
    scroll-snap-type: x mandatory;
    scrollbar-width: none;
  }

  .strip img {
    flex: 0 0 100%;
    width: 100%;
    height: 100%;
    object-fit: contain;
    scroll-snap-align: center;
  }

  /* White grounds of pictures take the colour of ours: they do not glare in the dark. */
  .strip img,
  .thumbs img {
    mix-blend-mode: multiply;
  }

  @media (forced-colors: active) {
    .strip img,
    .thumbs img {
      mix-blend-mode: normal;
    }
  }

  .missing {
    position: absolute;
    inset: 0;
    display: none;
    place-items: center;
    color: var(--k-faint);
  }

  .strip:has(> .broken:only-of-type) .missing {
    display: grid;
  }

  .broken {
    opacity: 0;
  }

  .thumbs {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-block-start: 8px;
  }

  .thumbs button {
    width: 44px;
    min-height: 44px;
    padding: 2px;
    overflow: hidden;
    background: var(--k-picture);
  }

  .thumbs img {
    max-width: 100%;
    max-height: 38px;
    object-fit: contain;
  }

  .title {
    font-size: var(--k-text-xl);
    font-weight: var(--k-bold);
    letter-spacing: -0.015em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .about kontor-call-me {
    margin-block-start: 14px;
  }

  .about kontor-call-me::part(button) {
    padding-inline: 0;
    border-color: transparent;
    background: none;
    color: var(--k-accent);
  }

  .subtitle {
    margin-block: 32px 12px;
    font-size: var(--k-text-l);
    font-weight: var(--k-bold);
    letter-spacing: -0.015em;
  }

  .meta {
    margin: 6px 0 14px;
    color: var(--k-soft);
  }

  dl {
    display: grid;
    grid-template-columns: fit-content(50%) minmax(0, 1fr);
    gap: 4px 16px;
    margin: 0;
  }

  dt {
    color: var(--k-soft);
  }

  dd {
    margin: 0;
  }

  .text {
    max-width: 70ch;
    margin: 14px 0 0;
    white-space: pre-line;
  }

  .title .bone {
    width: 60%;
  }

  .meta .bone {
    width: 30%;
  }

  slot[name='manager'] {
    display: block;
    max-width: 300px;
  }

  @media (prefers-reduced-motion: reduce) {
    .strip {
      scroll-behavior: auto;
    }
  }

  @container (max-width: 860px) {
    .head {
      grid-template-columns: auto minmax(0, 1fr);
    }

    .head:not(:has(.pictures)) {
      grid-template-columns: minmax(0, 1fr);
    }

    slot[name='manager'] {
      grid-column: 1 / -1;
      max-width: none;
    }
  }

  @container (max-width: 640px) {
    .head {
      gap: 14px;
      margin-block-end: 18px;
    }

    .pictures {
      width: 96px;
    }

    .thumbs {
      display: none;
    }

    .title {
      font-size: var(--k-text-l);
    }

    .meta {
      margin-block-end: 8px;
    }

    dl {
      font-size: 13px;
    }
  }

  @media print {
    .thumbs {
      display: none;
    }
  }
`;
