/** An event of an element: it bubbles and leaves shadow roots, so that a page hears it on any ancestor. */
export class KontorEvent<Detail> extends Event {
  readonly detail: Detail;

  constructor(type: string, detail: Detail, { cancelable = false }: { cancelable?: boolean } = {}) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}
