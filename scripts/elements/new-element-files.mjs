/** File name → content of an element that does nothing yet, in the way of all others. */
export function newElementFiles(name, summary) {
  const className = `Kontor${name.replace(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase())}`;
  const styles = `${name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())}Styles`;
  const title = `${name[0].toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
  const files = {
    [`${name}.ts`]: `import type { Shop } from '@kontor/state';
import { html, type CSSResultGroup, type TemplateResult } from 'lit';

import { define } from '../../base/define.js';
import { KontorElement } from '../../base/kontor-element.js';
import { StoreController } from '../../base/store-controller.js';
import { messageStyles } from '../../theme/message.styles.js';
import { ${styles} } from './${name}.styles.js';

/**
 * ${summary}
 *
 * @summary ${summary}
 * @status experimental
 * @slot empty - Instead of what stands there for visitors.
 */
export class ${className} extends KontorElement {
  static override styles: CSSResultGroup = [KontorElement.styles, messageStyles, ${styles}];

  readonly #session = new StoreController(this, () => this.currentShop?.session.$session);

  protected override renderShop(_shop: Shop): TemplateResult {
    const person = this.#session.value?.value?.person;
    return html\`<slot name="empty"><p class="state">\${person?.name ?? this.words.t('common.signIn')}</p></slot>\`;
  }
}

define('kontor-${name}', ${className});

declare global {
  interface HTMLElementTagNameMap {
    'kontor-${name}': ${className};
  }
}
`,
    [`${name}.styles.ts`]: `import { css } from 'lit';

export const ${styles} = css\`
  :host {
    min-height: var(--k-row);
  }
\`;
`,
    [`${name}.test.ts`]: `import { expect } from '@open-wc/testing';
import { html } from 'lit';

import { openPage, textOf, until, violations, type TestPage } from '../../../test/page.js';
import './${name}.js';

describe('<kontor-${name}>', () => {
  let page: TestPage;
  beforeEach(() => (page = openPage('${name}')));
  afterEach(() => page.close());

  it('shows visitors a way in', async () => {
    const element = await page.show(html\`<kontor-${name}></kontor-${name}>\`);
    await until(() => textOf(element) === 'Sign in');
    expect(await violations(element)).to.deep.equal([]);
  });
});
`,
    [`${name}.stories.ts`]: `import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import './${name}.js';

const meta: Meta = {
  title: '${title}',
  component: 'kontor-${name}',
  render: () => html\`<kontor-${name}></kontor-${name}>\`,
};

export default meta;

export const Default: StoryObj = {};
export const Visitor: StoryObj = { globals: { who: 'visitor' } };
`,
  };
  return { className, files };
}
