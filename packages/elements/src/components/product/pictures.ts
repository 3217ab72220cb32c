import type { Picture } from '@kontor/sdk';
import imageOff from 'lucide/dist/esm/icons/image-off.mjs';
import { html, nothing, type TemplateResult } from 'lit';

import { icon } from '../../icons/icon.js';
import type { Words } from '../../locale/words.js';
import { narrowestOf, srcsetOf } from './picture-sources.js';

/** Pictures in a strip that scrolls natively, and a small one of each to jump to it. */
export function renderPictures(
  pictures: readonly Picture[],
  words: Words,
  resolveUrl: (url: string) => string,
): TemplateResult | typeof nothing {
  if (pictures.length === 0) return nothing;
  const isMany = pictures.length > 1;
  return html`<div class="pictures">
    <div
      class="strip"
      part="pictures"
      role=${isMany ? 'region' : nothing}
      aria-label=${isMany ? words.t('product.pictures') : nothing}
      tabindex=${isMany ? '0' : nothing}
    >
      ${pictures.map(
        (picture, index) =>
          html`<img
            sizes="(min-width: 48rem) 40rem, 100vw"
            srcset=${srcsetOf(picture, resolveUrl)}
            src=${resolveUrl(picture.url)}
            width=${picture.width}
            height=${picture.height}
            alt=${picture.alt}
            loading=${index === 0 ? 'eager' : 'lazy'}
            @error=${markMissing}
          />`,
      )}<span class="missing">${icon(imageOff, 20)}</span>
    </div>
    ${
      isMany
        ? html`<div class="thumbs">
            ${pictures.map(
              (picture, index) =>
                html`<button
                  type="button"
                  aria-label=${words.t('product.picture', { n: index + 1, all: pictures.length })}
                  @click=${(event: Event) => showPicture(event, index)}
                >
                  <img src=${resolveUrl(narrowestOf(picture))} alt="" loading="lazy" />
                </button>`,
            )}
          </div>`
        : nothing
    }
  </div>`;
}

/** Keeps the place and the name of a picture that could not be loaded. */
function markMissing({ target }: Event): void {
  (target as Element).classList.add('broken');
}

function showPicture({ currentTarget }: Event, index: number): void {
  const strip = (currentTarget as Element).closest('.pictures')?.querySelector('.strip');
  const picture = strip?.children.item(index);
  if (picture instanceof HTMLElement)
    strip?.scrollTo({ left: picture.offsetLeft - (strip.firstElementChild as HTMLElement).offsetLeft });
}
