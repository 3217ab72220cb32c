import { noChange, type ElementPart } from 'lit';
import { directive, Directive, PartType, type DirectiveResult, type PartInfo } from 'lit/directive.js';

class Styled extends Directive {
  #value: string | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('styled() stands on an element');
  }

  override render(_property: string, _value: string): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [property, value]: [string, string]): typeof noChange {
    if (value !== this.#value) (part.element as HTMLElement).style.setProperty(property, value);
    this.#value = value;
    return noChange;
  }
}

/** Sets one style of an element by script: a `style` attribute is refused by a strict content security policy. */
export const styled: (property: string, value: string) => DirectiveResult = directive(Styled);
