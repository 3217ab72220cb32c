/** Members that belong to the platform or to Lit, not to who uses an element. */
const notForUsers = /^(styles|shadowRootOptions|formAssociated|form\w+Callback|focus|blur)$/;
const kinds = { 'javascript-module': '.js' };

/** Says what the analyzer does not see by itself, and leaves out what is no public API. */
export function describeElements() {
  return {
    name: 'kontor-elements',
    analyzePhase({ ts, node, moduleDoc }) {
      if (ts.isClassDeclaration(node)) noteStatus(ts, node, moduleDoc);
      else if (ts.isCallExpression(node)) noteDefinition(node, moduleDoc);
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
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
