import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';

import './sheet.js';

/** How the elements put things: a table, a card, a form, and what they say when there is nothing or something failed. */
const meta: Meta = { title: 'Foundations/Patterns', parameters: { kontor: false } };

export default meta;

const shown = (content: TemplateResult): TemplateResult =>
  html`<foundation-sheet .content=${content}></foundation-sheet>`;

export const Table: StoryObj = {
  render: () =>
    shown(
      html`<table>
        <thead>
          <tr>
            <th scope="col">Article</th>
            <th scope="col">Name</th>
            <th scope="col" class="figure">Price, ₽</th>
          </tr>
        </thead>
        <tbody>
          ${[40, 60, 80].map(
            (length) =>
              html`<tr>
                <td><code>DIN933-8.8-M8X${length}-ZN</code></td>
                <td>Bolt M8×${length}</td>
                <td class="figure">${(length / 10).toFixed(2)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    ),
};

export const Card: StoryObj = {
  render: () =>
    shown(
      html`<article class="card">
        <h2>Bolt DIN 933</h2>
        <p>Hexagon head, full thread, steel 8.8</p>
        <button class="primary">Add to cart</button>
        <button class="link">Compare with analogues</button>
      </article>`,
    ),
};

export const Form: StoryObj = {
  render: () =>
    shown(
      html`<form>
        <label class="field">E-mail <input type="email" autocomplete="email" /></label>
        <label class="field"
          >Urgency
          <select>
            <option>Normal</option>
            <option>Urgent</option>
          </select></label
        >
        <label class="field"
          >City <input aria-invalid="true" aria-describedby="city" value="Ekaterinburgh" /><span
            class="error"
            id="city"
            >There is no such city</span
          ></label
        >
        <label class="field">Comment <textarea rows="3"></textarea></label>
        <div class="note bad" role="alert">No connection. Check the network and try again.</div>
        <button type="button" class="primary big">Place the order</button>
        <button type="button" disabled>Save for later</button>
      </form>`,
    ),
};
