import { operations, type Operation } from '@kontor/contract';

import { ContractError } from './errors.js';
import type { AnswerCheck } from './options.js';

/**
 * Checks every answer against the whole contract, for tests and development: `createClient({ …, check: checkAnswers })`.
 * It brings all schemas with it (about 20 kB); production clients check the outline of answers only.
 * @throws ContractError naming the place in the answer
 */
export const checkAnswers: AnswerCheck = (method, path, answer) => {
  const operation = operationOf(method, path);
  const result = operation?.answer?.safeParse(answer);
  if (!operation) throw new ContractError(`The contract has no ${method} ${path}`);
  if (!result || result.success) return;
  const [issue] = result.error.issues;
  throw new ContractError(
    `${method} ${operation.path} answered something else at /${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`,
    { cause: result.error },
  );
};

function operationOf(method: string, path: string): Operation | undefined {
  const resources: readonly Readonly<Record<string, Operation>>[] = Object.values(operations);
  const all = resources.flatMap((resource) => Object.values(resource));
  // A literal path (`/carts/current`) before one with parameters.
  return (
    all.find((operation) => operation.method === method && operation.path === path) ??
    all.find((operation) => operation.method === method && patternOf(operation.path).test(path))
  );
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}
