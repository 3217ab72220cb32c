/** Members that belong to the platform or to Lit, not to who uses an element. */
const notForUsers = /^(styles|shadowRootOptions|formAssociated|form\w+Callback|focus|blur)$/;
const kinds = { 'javascript-module': '.js' };

/** Says what the analyzer does not see by itself, and leaves out what is no public API. */
export function describeElements() {
  /** Folder of an element → folders of those that it is made of. */
  const parts = new Map();
  return {
    name: 'kontor-elements',
    analyzePhase({ ts, node, moduleDoc }) {
      if (ts.isClassDeclaration(node)) noteStatus(ts, node, moduleDoc);
      else if (ts.isCallExpression(node)) noteDefinition(node, moduleDoc);
      else if (ts.isImportDeclaration(node)) notePart(node, moduleDoc, parts);
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      addEventsOfParts(manifest, parts);
      manifest.modules = manifest.modules.flatMap((module) => publicModule(module) ?? []);
    },
  };
}

function noteStatus(ts, node, moduleDoc) {
  const status = ts.getJSDocTags(node).find((tag) => tag.tagName.text === 'status');
  const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
  if (status && declaration) declaration.status = ts.getTextOfJSDocComment(status.comment);
}

/** `define('kontor-price', KontorPrice)` is our guarded `customElements.define`. */
function noteDefinition(node, moduleDoc) {
  if (node.expression.getText() !== 'define' || node.arguments.length !== 2) return;
  const [tag, element] = node.arguments;
  moduleDoc.exports.push({
    kind: 'custom-element-definition',
    name: tag.text,
    declaration: { name: element.getText(), module: moduleDoc.path },
  });
  const declaration = moduleDoc.declarations.find(({ name }) => name === element.getText());
  if (declaration) Object.assign(declaration, { tagName: tag.text, customElement: true });
}

const folderOf = (path) => path.split('/').at(-2);

/** `import '../price/price.js'`: this element has prices in it. */
function notePart(node, { path }, parts) {
  const [, part] = /^\.\.\/([\w-]+)\/\1\.js$/.exec(node.moduleSpecifier.text) ?? [];
  if (part === undefined || node.importClause !== undefined) return;
  const folder = folderOf(path);
  parts.set(folder, (parts.get(folder) ?? new Set()).add(part));
}

/** Our events bubble out of shadow roots: a page hears those of the parts on the whole. */
function addEventsOfParts({ modules }, parts) {
  const elements = new Map(
    modules.flatMap(({ path, declarations = [] }) =>
      declarations.filter(({ tagName }) => tagName).map((element) => [folderOf(path), element]),
    ),
  );
  const own = new Map([...elements].map(([folder, { events = [] }]) => [folder, events]));
  const heard = (folder, seen) => {
    if (seen.has(folder)) return [];
    seen.add(folder);
    return [
      ...(own.get(folder) ?? []),
      ...[...(parts.get(folder) ?? [])].flatMap((part) => heard(part, seen)),
    ];
  };
  for (const [folder, element] of elements) {
    const named = new Map(own.get(folder).map((event) => [event.name, event]));
    for (const event of heard(folder, new Set()))
      if (event.name.startsWith('kontor-') && !named.has(event.name)) named.set(event.name, event);
    element.events = [...named.values()];
  }
}

/** A module as it is published: the element that it defines and nothing else; undefined when it defines none for users. */
function publicModule({ kind, path, declarations = [], exports = [] }) {
  const elements = declarations.filter(({ tagName, status }) => tagName && status !== 'internal');
  if (elements.length === 0) return undefined;
  const published = path.replace(/^src\//, 'dist/').replace(/\.ts$/, kinds[kind]);
  const isOurs = ({ declaration }) => elements.some(({ name }) => name === declaration?.name);
  return {
    kind,
    path: published,
    declarations: elements.map(publicElement),
    exports: exports
      .filter(isOurs)
      .map((each) => ({ ...each, declaration: { ...each.declaration, module: published } })),
  };
}

function publicElement({ members = [], attributes = [], events = [], superclass, mixins: _, ...element }) {
  return {
    ...element,
    superclass: superclass?.module ? { name: superclass.name, package: '@kontor/elements' } : superclass,
    members: members.filter(isPublic).map(withoutOrigin),
    attributes: attributes.map(withoutOrigin),
    events: events.map(withoutOrigin),
  };
}

const isPublic = ({ name, privacy, static: isStatic }) =>
  !isStatic &&
  !name.startsWith('#') &&
  !['private', 'protected'].includes(privacy) &&
  !notForUsers.test(name);

function withoutOrigin({ inheritedFrom: _, resolveInitializer: _initializer, ...rest }) {
  return rest;
}
