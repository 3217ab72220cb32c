/** One element of a record that is being gathered; a record's elements are let go with the record. */
export class XmlElement {
  /** Local name in its usual spelling, see `canonicalName`. */
  readonly name: string;
  /** Line where the tag ends. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  text = '';
  children: XmlElement[] | undefined = undefined;

  constructor(name: string, line: number, attributes: Readonly<Record<string, string>>) {
    this.name = name;
    this.line = line;
    this.attributes = attributes;
  }

  /** The first child of that name. */
  child(name: string): XmlElement | undefined {
    const { children } = this;
    if (children === undefined) return undefined;
    for (const child of children) if (child.name === name) return child;
    return undefined;
  }

  /** All children of that name, in the order of the file. */
  all(name: string): XmlElement[] {
    return this.children?.filter((child) => child.name === name) ?? [];
  }

  /** Rows of a list element: `undefined` where the list is absent, none where it is empty. */
  rows(list: string, row: string): XmlElement[] | undefined {
    return this.child(list)?.all(row);
  }

  /** Whether there is neither a text nor an attribute nor a child. */
  get isEmpty(): boolean {
    for (const _name in this.attributes) return false;
    return this.children === undefined && this.text.trim() === '';
  }
}
