/** What the tests read of a Custom Elements Manifest. */
export interface Described {
  name: string;
  description?: string;
  type?: { text: string };
}

export interface DescribedMember extends Described {
  kind: 'field' | 'method';
  privacy?: string;
  attribute?: string;
}

export interface DescribedElement extends Described {
  tagName: string;
  summary?: string;
  status?: string;
  members: DescribedMember[];
  attributes: (Described & { fieldName?: string })[];
  events: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

export interface Manifest {
  modules: { path: string; declarations: DescribedElement[] }[];
}

export function readManifest(folder: string): Promise<Manifest>;
