import { dirname, posix, sep } from 'node:path';

const modules = /packages\/gateway\/src\/modules\/([^/]+)\/(.+)$/;
const publicFiles = new Set(['service.js', 'types.js']);

/** A module of the gateway talks to another through its service or its types, never its SQL. */
export const moduleBoundary = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      queries: "'{{target}}' belongs to the module '{{owner}}': ask its service.ts instead.",
      inner: "Import another module only through its service.ts or types.ts, not '{{target}}'.",
    },
  },
  create(context) {
    const file = context.filename.split(sep).join('/');
    const importer = modules.exec(file)?.[1];

    function check(source) {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return;
      const [, owner, target] = modules.exec(posix.join(dirname(file), source.value)) ?? [];
      if (!owner || owner === importer) return;
      const data = { owner, target: source.value };
      if (/(^|\/)queries(\.|\/|-)/.test(target)) context.report({ node: source, messageId: 'queries', data });
      else if (importer && !publicFiles.has(target))
        context.report({ node: source, messageId: 'inner', data });
    }

    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
    };
  },
};
