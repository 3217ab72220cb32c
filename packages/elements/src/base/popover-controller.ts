import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * A native popover under its button. Opens on the side that has room, keeps within the window, closes by Escape and a click
 * elsewhere as the platform does it.
 */
export class PopoverController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onToggle: (isOpen: boolean) => void;
  isOpen = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    onToggle: (isOpen: boolean) => void = () => undefined,
  ) {
    this.#host = host;
    this.#onToggle = onToggle;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.isOpen = false;
  }

  /** For the `toggle` event of the popover. */
  readonly handleToggle = (event: ToggleEvent): void => {
    this.isOpen = event.newState === 'open';
    if (this.isOpen) this.#place();
    this.#onToggle(this.isOpen);
    this.#host.requestUpdate();
  };

  close(): void {
    this.#popover?.hidePopover();
  }

  get #popover(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>('[popover]');
  }

  #place(): void {
    const popover = this.#popover;
    const button = this.#host.shadowRoot?.querySelector<HTMLElement>('[popovertarget]');
    if (!popover || !button) return;
    const around = button.getBoundingClientRect();
    const margin = 10;
    const width = Math.min(popover.offsetWidth, innerWidth - 2 * margin);
    const isAtEnd = getComputedStyle(this.#host).direction === 'rtl';
    const wanted = isAtEnd ? around.left : around.right - width;
    const left = Math.max(margin, Math.min(wanted, innerWidth - width - margin));
    const below = innerHeight - around.bottom - margin;
    const height = Math.min(popover.scrollHeight, innerHeight * 0.8);
    const isAbove = below < height && around.top > below;
    popover.style.setProperty('left', `${String(left)}px`);
    popover.style.setProperty('top', isAbove ? 'auto' : `${String(around.bottom + 6)}px`);
    popover.style.setProperty('bottom', isAbove ? `${String(innerHeight - around.top + 6)}px` : 'auto');
    popover.style.setProperty('max-height', `${String((isAbove ? around.top : below) - 6)}px`);
  }
}
