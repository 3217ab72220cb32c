import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

import { tokens } from '../../packages/elements/src/theme/tokens.styles.js';
import './sheet.js';

/** What a page may set above the elements (`--kontor-…`), and what they take where it does not. */
const meta: Meta = { title: 'Foundations/Tokens', parameters: { kontor: false } };

export default meta;

const names = [...new Set([...tokens.cssText.matchAll(/--k-([\w-]+):/g)].map(([, name = '']) => name))];
const named = (pattern: RegExp): string[] => names.filter((name) => pattern.test(name));
const shown = (content: TemplateResult): TemplateResult =>
  html`<foundation-sheet .content=${content}></foundation-sheet>`;
const styled = (property: string, value: string) =>
  ref((element) => {
    if (element instanceof HTMLElement) element.style.setProperty(property, value);
  });

const colours = named(
  /^(accent|on-accent|ink|soft|faint|line|edge|ground|sunk|hover|ok|warn|bad)(-tint|-strong)?$/,
);
export const Colour: StoryObj = {
  render: () =>
    shown(
      html`<div class="swatches">
        ${colours.map(
          (name) =>
            html`<div class="swatch">
              <span ${styled('background', `var(--k-${name})`)}></span><code>--kontor-${name}</code>
            </div>`,
        )}
      </div>`,
    ),
};

export const Type: StoryObj = {
  render: () =>
    shown(
      html`<dl>
        ${named(/^text/).map(
          (name) =>
            html`<dt><code>--kontor-${name}</code></dt>
              <dd ${styled('font-size', `var(--k-${name})`)}>Болт DIN 933 8.8, M8×40 · 1,234.50 ₽</dd>`,
        )}
        ${named(/^(medium|bold)$/).map(
          (name) =>
            html`<dt><code>--k-${name}</code></dt>
              <dd ${styled('font-weight', `var(--k-${name})`)}>Болт DIN 933 8.8, M8×40</dd>`,
        )}
        <dt><code>--kontor-mono</code></dt>
        <dd><code>DIN933-8.8-M8X40-ZN</code></dd>
      </dl>`,
    ),
};

export const Space: StoryObj = {
  render: () =>
    shown(
      html`<dl>
        ${named(/^(\d|control$|row$)/).map(
          (name) =>
            html`<dt><code>--k-${name}</code></dt>
              <dd><div class="bar" ${styled('width', `var(--k-${name})`)}></div></dd>`,
        )}
      </dl>`,
    ),
};
