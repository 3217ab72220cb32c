import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls when `/` is pressed anywhere on the page where nothing is being typed. */
export class ShortcutController implements ReactiveController {
  readonly #isOn: () => boolean;
  readonly #onPress: () => void;

  constructor(host: ReactiveControllerHost, isOn: () => boolean, onPress: () => void) {
    this.#isOn = isOn;
    this.#onPress = onPress;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#handleKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#handleKey);
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (!this.#isOn() || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    if (
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select'))
    )
      return;
    event.preventDefault();
    this.#onPress();
  };
}
