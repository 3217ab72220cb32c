const code = (text) => `\`${text}\``;
const cell = (text = '') => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');

/** A heading and a table; nothing where there are no rows. */
function table(heading, columns, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
  return `\n## ${heading}\n\n${[line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

const typeOf = ({ type }) => (type ? code(type.text) : '');
const isOurs = (type) => /^\w+Event$/.test(type) && !/^(Input|Mouse|Keyboard|Custom)?Event$/.test(type);
const eventType = ({ type }) => (isOurs(type?.text ?? '') ? `{@link ${type.text}}` : typeOf({ type }));
const described = ({ name, description }, show = code) => [name ? show(name) : '(default)', description];

/** A property whose name is the attribute's is told once. */
function propertyRow({ attribute, name, default: initial, description, ...property }) {
  const names = [attribute, ...(attribute === name ? [] : [`.${name}`])].filter(Boolean).map(code);
  const standard = initial === undefined || initial === "''" ? '' : ` Default: ${code(initial)}.`;
  return [names.join(', '), typeOf(property), `${description}${standard}`];
}

function methodRow({ name, parameters = [], return: result, description }) {
  const given = parameters.map((each) => `${each.name}: ${each.type?.text ?? 'unknown'}`).join(', ');
  return [code(`${name}(${given})`), result?.type ? code(result.type.text) : '', description];
}

/**
 * The page of an element, in Markdown: everything that its header and its public members say.
 * Links to types are TypeDoc's.
 */
export function elementPage({ name, tagName, summary, description, status, ...element }) {
  const {
    members = [],
    events = [],
    slots = [],
    cssParts = [],
    cssProperties = [],
    cssStates = [],
  } = element;
  const module = tagName.replace(/^kontor-/, '');
  const properties = members.filter(({ kind }) => kind === 'field');
  // A text that is empty at first is one that somebody has to say.
  const needed = properties
    .filter(({ attribute, default: initial }) => attribute && initial === "''")
    .map(({ attribute }) => ` ${attribute}="…"`)
    .join('');
  return `---
title: ${tagName}
---

# &lt;${tagName}&gt;

**${summary}** ${status === 'stable' ? '' : `Status: ${status}.`}

${description}

\`\`\`html
<${tagName}${needed}></${tagName}>
\`\`\`

\`\`\`ts
import '@kontor/elements/${module}';
import { ${name} } from '@kontor/react'; // in React
\`\`\`
${table('Attributes and properties', ['Name', 'Type', ''], properties.map(propertyRow))}${table('Methods', ['Method', 'Answers', ''], members.filter(({ kind }) => kind === 'method').map(methodRow))}${table(
    'Events',
    ['Event', 'Type', ''],
    events.map((event) => [code(event.name), eventType(event), event.description]),
  )}${table(
    'Slots',
    ['Slot', ''],
    slots.map((slot) => described(slot)),
  )}${table(
    'Parts',
    ['Part', ''],
    cssParts.map((part) => described(part, (each) => code(`::part(${each})`))),
  )}${table(
    'Custom properties',
    ['Property', ''],
    cssProperties.map((property) => described(property)),
  )}${table(
    'States',
    ['State', ''],
    cssStates.map((state) => described(state, (each) => code(`:state(${each})`))),
  )}`;
}

/** The page that lists all of them; their pages are beside it. */
export function elementsPage(elements) {
  const rows = elements.map(({ tagName, summary }) => [`[${tagName}](${tagName}.md)`, summary]);
  return `---
title: Elements
children:
${elements.map(({ tagName }) => `  - ./${tagName}.md`).join('\n')}
---

# Elements

How they get into a page says [embedding](../embedding.md).
${table('All of them', ['Element', ''], rows)}`;
}
