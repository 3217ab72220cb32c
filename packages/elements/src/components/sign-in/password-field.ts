import eye from 'lucide/dist/esm/icons/eye.mjs';
import eyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';

/** How a password is asked for. */
export interface PasswordField {
  readonly words: Words;
  readonly label: string;
  readonly autocomplete: 'current-password' | 'new-password';
  /** Stands under the field. */
  readonly hint?: string;
  readonly isWrong?: boolean;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

/** A field `[name=password]` with a button that shows what is written. */
export function renderPassword(field: PasswordField): TemplateResult {
  const { words, label, autocomplete, hint, isWrong = false, isShown, onShow } = field;
  return html`<div class="field">
    <label for="password">${label}</label>
    <span class="password">
      <input
        id="password"
        name="password"
        type=${isShown ? 'text' : 'password'}
        autocomplete=${autocomplete}
        aria-invalid=${isWrong}
        aria-describedby=${hint === undefined ? nothing : 'password-hint'}
        required
      />
      <button
        type="button"
        class="icon"
        aria-label=${words.t('signIn.showPassword')}
        aria-pressed=${isShown}
        @click=${() => onShow(!isShown)}
      >
        ${icon(isShown ? eyeOff : eye, 20)}
      </button>
    </span>
    ${hint === undefined ? nothing : html`<span id="password-hint" class=${isWrong ? 'error' : ''}>${hint}</span>`}
  </div>`;
}
