/** Style sheets are bundled as text. */
declare module '*.css' {
  const text: string;
  // eslint-disable-next-line no-restricted-syntax -- so the bundler gives them
  export default text;
}

declare module 'tabulator-tables' {
  /** A table with all its modules, as far as the bench uses it. */
  export class TabulatorFull {
    constructor(place: HTMLElement, options: object);
    destroy(): void;
  }
}
