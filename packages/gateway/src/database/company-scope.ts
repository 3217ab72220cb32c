import {
  OperationNodeTransformer,
  sql,
  type JoinNode,
  type KyselyPlugin,
  type OperationNode,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type QueryResult,
  type RawNode,
  type RootOperationNode,
  type SelectQueryNode,
  type UnknownRow,
  type UpdateQueryNode,
  type DeleteQueryNode,
  type InsertQueryNode,
  AliasNode,
  AndNode,
  IdentifierNode,
  OnNode,
  PrimitiveValueListNode,
  TableNode,
  ValueListNode,
  ValueNode,
  ValuesNode,
  WhereNode,
} from 'kysely';

import { companyTables } from './tables.js';

/** Whose rows a query may touch. */
export type CompanyRestriction =
  | { kind: 'all' }
  | { kind: 'nobody' }
  | { kind: 'company'; companyId: string }
  | { kind: 'managedBy'; personId: string };

/**
 * Binds every query on a company's table to the companies of the caller, wherever the table stands: from, join, subquery,
 * update, delete. A query cannot forget it, and raw SQL on those tables is refused.
 */
export function companyScope(restriction: CompanyRestriction): KyselyPlugin {
  const transformer = new CompanyScopeTransformer(restriction);
  return {
    transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode =>
      restriction.kind === 'all' ? node : transformer.transformNode(node),
    transformResult: ({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> =>
      Promise.resolve(result),
  };
}

class CompanyScopeTransformer extends OperationNodeTransformer {
  readonly #restriction: CompanyRestriction;

  constructor(restriction: CompanyRestriction) {
    super();
    this.#restriction = restriction;
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const transformed = super.transformSelectQuery(node);
    return { ...transformed, ...this.#where(transformed.where, transformed.from?.froms ?? []) };
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const transformed = super.transformUpdateQuery(node);
    const tables = [...(transformed.table ? [transformed.table] : []), ...(transformed.from?.froms ?? [])];
    return { ...transformed, ...this.#where(transformed.where, tables) };
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const transformed = super.transformDeleteQuery(node);
    return {
      ...transformed,
      ...this.#where(transformed.where, [...transformed.from.froms, ...(transformed.using?.tables ?? [])]),
    };
  }

  protected override transformJoin(node: JoinNode): JoinNode {
    const transformed = super.transformJoin(node);
    const predicate = this.#predicate(transformed.table);
    if (!predicate) return transformed;
    return {
      ...transformed,
      on: transformed.on
        ? OnNode.cloneWithOperation(transformed.on, 'And', predicate)
        : OnNode.create(predicate),
    };
  }

  protected override transformInsertQuery(node: InsertQueryNode): InsertQueryNode {
    const table = node.into && tableOf(node.into);
    if (table) this.#checkInsert(node, table.column);
    return super.transformInsertQuery(node);
  }

  protected override transformRaw(node: RawNode): RawNode {
    const text = node.sqlFragments.join(' ');
    const named = rawTable.exec(text)?.[2];
    if (named !== undefined)
      throw new Error(`Raw SQL on the company table ${named} cannot be scoped: use the query builder`);
    return super.transformRaw(node);
  }

  #where(where: WhereNode | undefined, tables: readonly OperationNode[]): { where?: WhereNode } {
    const predicates = tables
      .map((table) => this.#predicate(table))
      .filter((predicate) => predicate !== undefined);
    const all = predicates.reduce<OperationNode | undefined>(
      (left, right) => (left ? AndNode.create(left, right) : right),
      undefined,
    );
    if (!all) return where ? { where } : {};
    return { where: where ? WhereNode.cloneWithOperation(where, 'And', all) : WhereNode.create(all) };
  }

  #predicate(node: OperationNode): OperationNode | undefined {
    const table = tableOf(node);
    if (!table) return undefined;
    const column = sql.ref(`${table.alias}.${table.column}`);
    switch (this.#restriction.kind) {
      case 'all':
        return undefined;
      case 'nobody':
        return sql`false`.toOperationNode();
      case 'company':
        return sql`${column} = ${this.#restriction.companyId}`.toOperationNode();
      case 'managedBy':
        return sql`${column} in (select id from company where manager_id = ${this.#restriction.personId})`.toOperationNode();
    }
  }

  #checkInsert(node: InsertQueryNode, column: string): void {
    if (this.#restriction.kind === 'managedBy' || !node.values || !ValuesNode.is(node.values)) return;
    const companyId = this.#restriction.kind === 'company' ? this.#restriction.companyId : undefined;
    const index = node.columns?.findIndex((each) => each.column.name === column) ?? -1;
    for (const row of node.values.values) {
      const value = PrimitiveValueListNode.is(row)
        ? row.values[index]
        : ValueListNode.is(row)
          ? row.values[index]
          : undefined;
      const inserted =
        typeof value === 'object' && value !== null && ValueNode.is(value as OperationNode)
          ? (value as ValueNode).value
          : value;
      if (index < 0 || inserted !== companyId) throw new Error('A row of another company cannot be inserted');
    }
  }
}

const rawTable = new RegExp(
  `\\b(from|join|update|into|using)\\s+"?(${Object.keys(companyTables).join('|')})\\b`,
  'i',
);

function tableOf(node: OperationNode): { alias: string; column: string } | undefined {
  if (AliasNode.is(node)) {
    const inner = tableOf(node.node);
    return inner && IdentifierNode.is(node.alias) ? { ...inner, alias: node.alias.name } : undefined;
  }
  if (!TableNode.is(node)) return undefined;
  const name = node.table.identifier.name;
  if (!Object.hasOwn(companyTables, name)) return undefined;
  return { alias: name, column: companyTables[name as keyof typeof companyTables] };
}
