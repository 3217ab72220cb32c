import type { DraftOfType, RecordDraft } from './draft.js';
import { writeDictionaryRow, writeGroups } from './write-dictionary.js';
import { writeDocument } from './write-document.js';
import { writeOffer, writeProduct } from './write-goods.js';
import { writeCounterparty } from './write-parts.js';
import { element, escapeText, tag } from './xml-text.js';

type ContainerDraft = DraftOfType<'catalogue' | 'classifier' | 'counterparties' | 'offersPackage'>;
type RowDraft = Exclude<RecordDraft, ContainerDraft | DraftOfType<'document' | 'file' | 'group'>>;

const containerNames = {
  classifier: 'Классификатор',
  catalogue: 'Каталог',
  offersPackage: 'ПакетПредложений',
  counterparties: 'Контрагенты',
} as const;

/** The list that rows stand in, and the container that is opened where none is. */
const places = {
  property: ['Свойства', 'Классификатор'],
  priceType: ['ТипыЦен', 'Классификатор'],
  category: ['Категории', 'Классификатор'],
  warehouse: ['Склады', 'Классификатор'],
  unit: ['ЕдиницыИзмерения', 'Классификатор'],
  product: ['Товары', 'Каталог'],
  offer: ['Предложения', 'ПакетПредложений'],
  offerByCode: ['Предложения', 'ИзмененияПакетаПредложений'],
  counterparty: ['', 'Контрагенты'],
} as const satisfies Record<RowDraft['type'], readonly [string, string]>;

/** Attributes of the root element. */
export interface RootAttributes {
  readonly version: string;
  readonly generatedAt: string | undefined;
  readonly namespace: string | undefined;
  readonly id: string | undefined;
}

/** Turns records into XML, one after the other; opens and closes what they stand in. */
export class CommerceMLWriter {
  readonly #root: RootAttributes;
  #isSplit = false;
  #hasRoot = false;
  #container = '';
  #list = '';
  #header: ContainerDraft | undefined;
  #groups: DraftOfType<'group'>[] = [];

  constructor(root: RootAttributes) {
    this.#root = root;
  }

  write(record: RecordDraft): string {
    if (record.type === 'file') return this.#hasRoot ? '' : this.#openRoot(record);
    const start = this.#hasRoot ? '' : this.#openRoot({ type: 'file' });
    if (record.type === 'group') {
      this.#groups.push(record);
      return start;
    }
    return start + this.#flushGroups() + this.#place(record);
  }

  end(): string {
    const start = this.#hasRoot ? '' : this.#openRoot({ type: 'file' });
    return `${start}${this.#flushGroups()}${this.#closeContainer()}</КоммерческаяИнформация>\n`;
  }

  #place(record: ContainerDraft | DraftOfType<'document'> | RowDraft): string {
    if (record.type === 'document')
      return `${this.#closeContainer()}${writeDocument(record, this.#isSplit)}\n`;
    if (record.type in containerNames) return this.#openContainer(record as ContainerDraft);
    const row = record as RowDraft;
    const [list, container] = places[row.type];
    return `${this.#enter(container, list)}${writeRow(row)}\n`;
  }

  #openRoot(file: DraftOfType<'file'>): string {
    this.#hasRoot = true;
    const version = file.schemaVersion ?? this.#root.version;
    this.#isSplit = version.startsWith('3');
    const attributes = {
      xmlns: file.namespace ?? this.#root.namespace,
      ВерсияСхемы: version,
      ДатаФормирования: file.generatedAtText ?? file.generatedAt ?? this.#root.generatedAt,
      Ид: file.id ?? this.#root.id,
    };
    return `${element('КоммерческаяИнформация', '', attributes).slice(0, -2)}>\n`;
  }

  #openContainer(record: ContainerDraft): string {
    if (record.isLate === true) return this.#addLate(record);
    const isChangeSet = record.type === 'offersPackage' && record.isChangeSet === true;
    const before = this.#closeContainer();
    this.#container = isChangeSet ? 'ИзмененияПакетаПредложений' : containerNames[record.type];
    const flag =
      record.onlyChanges === undefined ? '' : ` СодержитТолькоИзменения="${String(record.onlyChanges)}"`;
    this.#header = record;
    return `${before}<${this.#container}${flag}>${writeHeader(record)}\n`;
  }

  /** What was not told when the rows of the open container began. */
  #addLate(record: ContainerDraft): string {
    const header = this.#header;
    if (header?.type !== record.type) return '';
    const entries = Object.entries(record).filter(
      ([key]) => key === 'type' || header[key as 'name'] === undefined,
    );
    const late = Object.fromEntries(entries) as unknown as ContainerDraft;
    this.#header = { ...header, ...late };
    return `${this.#closeList()}${writeHeader(late)}${tag('СодержитТолькоИзменения', late.onlyChanges)}\n`;
  }

  /** Rows go where they can stand: any container takes any list, but companies have one of their own. */
  #enter(container: string, list: string): string {
    let before = '';
    const isOwn = container === 'Контрагенты';
    if (this.#container === '' || isOwn !== (this.#container === 'Контрагенты')) {
      before = `${this.#closeContainer()}<${container}>`;
      this.#container = container;
    }
    if (this.#list === list) return before;
    before += this.#closeList();
    this.#list = list;
    return list === '' ? before : `${before}<${list}>\n`;
  }

  #flushGroups(): string {
    if (this.#groups.length === 0) return '';
    const before = this.#enter('Классификатор', '');
    const groups = writeGroups(this.#groups);
    this.#groups = [];
    return `${before}${groups}\n`;
  }

  #closeList(): string {
    const list = this.#list;
    this.#list = '';
    return list === '' ? '' : `</${list}>\n`;
  }

  #closeContainer(): string {
    const list = this.#closeList();
    const container = this.#container;
    this.#container = '';
    this.#header = undefined;
    return container === '' ? list : `${list}</${container}>\n`;
  }
}

function writeRow(row: RowDraft): string {
  switch (row.type) {
    case 'product':
      return writeProduct(row);
    case 'offer':
    case 'offerByCode':
      return writeOffer(row);
    default:
      return writeDictionaryRow(row);
  }
}

function writeHeader(record: ContainerDraft): string {
  const name = tag('Ид', record.id) + tag('Наименование', record.name);
  if (record.type === 'counterparties') return name;
  const owner = record.owner === undefined ? '' : element('Владелец', writeCounterparty(record.owner));
  if (record.type === 'classifier') return name + owner;
  const ids = tag('ИдКлассификатора', record.classifierId) + tag('Описание', record.description);
  if (record.type === 'catalogue') return name + ids + owner;
  return (
    name +
    tag('ИдКаталога', record.catalogueId) +
    ids +
    tag('ДействительноС', record.validFrom) +
    tag('ДействительноДо', record.validTo) +
    owner
  );
}

/** The declaration that comes before the root element. */
export const declaration = (encoding: string): string =>
  `<?xml version="1.0" encoding="${escapeText(encoding)}"?>\n`;
