import { css } from 'lit';

/**
 * Design tokens. A page sets the public ones (`--kontor-accent`, …) anywhere above; elements read the private ones (`--k-…`).
 * `light-dark()` follows `color-scheme`, which is inherited: from the page, or from the theme of `<kontor-shop>`.
 */
export const tokens = css`
  :host {
    --k-accent: var(--kontor-accent, light-dark(#0b5cad, #6db1f5));
    --k-on-accent: var(--kontor-on-accent, light-dark(#fff, #0d1218));
    --k-accent-tint: var(--kontor-accent-tint, color-mix(in oklab, var(--k-accent) 10%, var(--k-ground)));
    --k-ink: var(--kontor-ink, light-dark(#14181f, #e8ecf1));
    --k-soft: var(--kontor-soft, light-dark(#5a6472, #a3adba));
    --k-faint: var(--kontor-faint, light-dark(#6f7987, #8b96a4));
    --k-line: var(--kontor-line, light-dark(#e3e7ec, #2a313a));
    --k-line-strong: var(--kontor-line-strong, light-dark(#cbd2da, #3a434e));
    --k-edge: var(--kontor-edge, light-dark(#818b98, #6b7683));
    --k-ground: var(--kontor-ground, light-dark(#fff, #14181d));
    --k-sunk: var(--kontor-sunk, light-dark(#f6f7f9, #1a1f26));
    --k-picture: var(--kontor-picture, light-dark(#f6f7f9, #c5ccd4));
    --k-hover: var(--kontor-hover, light-dark(#f2f6fb, #1d2631));
    --k-ok: var(--kontor-ok, light-dark(#136b43, #5cc993));
    --k-ok-tint: var(--kontor-ok-tint, light-dark(#e8f5ee, #12291d));
    --k-warn: var(--kontor-warn, light-dark(#855300, #efb95a));
    --k-warn-tint: var(--kontor-warn-tint, light-dark(#fff6e0, #33280f));
    --k-bad: var(--kontor-bad, light-dark(#b3261e, #ff8f86));
    --k-bad-tint: var(--kontor-bad-tint, light-dark(#fdeceb, #371a18));

    --k-1: 4px;
    --k-2: 8px;
    --k-3: 12px;
    --k-4: 16px;
    --k-6: 24px;
    --k-8: 32px;

    --k-text-s: var(--kontor-text-s, 12.5px);
    --k-text: var(--kontor-text, 14px);
    --k-text-m: var(--kontor-text-m, 15px);
    --k-text-l: var(--kontor-text-l, 19px);
    --k-text-xl: var(--kontor-text-xl, 24px);
    --k-medium: 550;
    --k-bold: 650;
    --k-mono: var(--kontor-mono, ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace);

    --k-radius: var(--kontor-radius, 6px);
    --k-radius-l: var(--kontor-radius-l, 10px);
    --k-control: var(--kontor-control, 36px);
    --k-row: var(--kontor-row, 48px);
    --k-float: 0 12px 40px rgb(0 0 0 / 0.16);
    --k-motion: 120ms ease-out;
  }

  @media (pointer: coarse) {
    :host {
      --k-control: var(--kontor-control, 44px);
      --k-row: var(--kontor-row, 60px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --k-motion: 0s;
    }
  }

  /* On paper: black on white, whatever the page looks like. */
  @media print {
    :host {
      color-scheme: light;
      --k-accent: #000;
      --k-accent-tint: #fff;
      --k-ink: #000;
      --k-soft: #333;
      --k-faint: #555;
      --k-line: #bbb;
      --k-line-strong: #888;
      --k-ground: #fff;
      --k-sunk: #fff;
      --k-picture: #fff;
      --k-ok: #000;
      --k-warn: #000;
      --k-warn-tint: #fff;
      --k-bad: #000;
      --k-bad-tint: #fff;
    }
  }
`;
