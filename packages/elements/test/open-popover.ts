/** A story's play: opens the popover of an element, once it has rendered its button. */
export function openPopover(tag: string): (story: { canvasElement: HTMLElement }) => Promise<void> {
  return async ({ canvasElement }) => {
    for (let turns = 0; turns < 200; turns += 1) {
      const button = canvasElement
        .querySelector(tag)
        ?.shadowRoot?.querySelector<HTMLButtonElement>('[popovertarget]');
      if (button) {
        button.click();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`<${tag}> has nothing to open`);
  };
}
