import { css } from 'lit';

export const cartStyles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--k-2) var(--k-4);
    align-items: baseline;
    margin-bottom: 14px;
  }

  h1 {
    flex: 1 1 auto;
    margin: 0;
    font-size: var(--k-text-xl);
    font-weight: var(--k-bold);
    line-height: 1.25;
    letter-spacing: -0.015em;
  }

  h1 small {
    color: var(--k-soft);
    font-size: var(--k-text-m);
    font-weight: 400;
    letter-spacing: normal;
  }

  .tools {
    display: flex;
    gap: var(--k-3);
    align-items: center;
    color: var(--k-soft);
    font-size: 13px;
  }

  .tools input {
    width: 14em;
    min-height: 32px;
  }

  .note {
    margin-bottom: 14px;
  }

  .deliveries {
    display: grid;
    gap: 4px;
    margin: 0 0 14px;
    padding: 10px 14px;
    border: 1px solid var(--k-line);
    border-radius: var(--k-radius-l);
    list-style: none;
  }

  .deliveries li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    align-items: baseline;
  }

  .deliveries b {
    font-weight: var(--k-medium);
  }

  .deliveries small,
  .line small {
    color: var(--k-soft);
    font-size: var(--k-text-s);
  }

  .lines {
    position: relative;
    margin: 0;
    padding: 0;
    border-bottom: 1px solid var(--k-line);
    list-style: none;
  }

  .line {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(92px, auto) minmax(112px, auto) var(--k-control);
    grid-template-areas: 'name quantity price sum remove';
    gap: 0 14px;
    align-items: center;
    min-height: 64px;
    padding: 8px 0;
    border-top: 1px solid var(--k-line);
  }

  .kept {
    position: absolute;
    inset-inline: 0;
  }

  .line small {
    display: block;
  }

  .name {
    grid-area: name;
    min-width: 0;
  }

  .name a,
  .name span {
    display: -webkit-box;
    overflow: hidden;
    color: var(--k-ink);
    font-weight: var(--k-medium);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .sku {
    font-family: var(--k-mono);
  }

  kontor-quantity {
    grid-area: quantity;
    min-width: 0;
  }

  .price {
    grid-area: price;
    text-align: end;
    white-space: nowrap;
  }

  .sum {
    grid-area: sum;
    text-align: end;
    white-space: nowrap;
  }

  .sum b {
    font-weight: var(--k-bold);
  }

  .line .remove {
    grid-area: remove;
  }

  .saving :is(.sum, .price) {
    color: var(--k-soft);
  }

  .was {
    color: var(--k-faint);
    text-decoration: line-through;
  }

  .line .down {
    color: var(--k-ok);
  }

  .line .up {
    color: var(--k-warn);
  }

  .changed {
    animation: tint 2s ease-out;
    border-radius: 4px;
  }

  @keyframes tint {
    from {
      background: var(--k-accent-tint);
    }
  }

  .problem {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 6px 10px;
    align-items: center;
    margin-top: 7px;
    padding: 6px 10px;
    border-radius: 7px;
    background: var(--k-warn-tint);
    color: var(--k-warn);
    font-size: 13px;
  }

  .problem.blocking {
    background: var(--k-bad-tint);
    color: var(--k-bad);
  }

  .problem span {
    flex: 1 1 14em;
  }

  .problem button,
  .problem kontor-call-me::part(button) {
    min-height: 30px;
    font-size: 13px;
  }

  .toast {
    position: sticky;
    bottom: var(--k-4);
    z-index: 1;
    display: flex;
    gap: var(--k-3);
    align-items: center;
    justify-content: space-between;
    width: fit-content;
    max-width: 100%;
    margin: var(--k-3) auto 0;
    padding: 6px 8px 6px 16px;
    border-radius: var(--k-radius-l);
    background: var(--k-ink);
    color: var(--k-ground);
    box-shadow: var(--k-float);
  }

  .toast button {
    border-color: transparent;
    background: none;
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  @container (max-width: 600px) {
    .line {
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-areas: 'name remove' 'quantity sum';
      gap: 8px 12px;
      padding: 12px 0;
    }

    .price {
      display: none;
    }

    .line .remove {
      justify-self: end;
      margin: -6px -8px 0 0;
      align-self: start;
    }

    .tools {
      width: 100%;
      flex-wrap: wrap;
    }

    .problem span {
      flex-basis: 100%;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .changed {
      animation: none;
    }
  }

  @media print {
    .tools,
    .toast,
    kontor-quantity,
    .card p.warn {
      display: none;
    }

    .line {
      grid-template-columns: minmax(0, 1fr) 92px 112px;
      grid-template-areas: 'name price sum';
      gap: 0 14px;
      min-height: 0;
      padding: 6px 0;
      break-inside: avoid;
    }

    .line .price {
      display: block;
    }

    .problem {
      margin: 0;
      padding: 0;
      font-style: italic;
    }
  }
`;
