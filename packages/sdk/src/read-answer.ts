import type { Problem } from '@kontor/contract';

import { ContractError } from './errors.js';

/** An answer's JSON. @throws ContractError for anything but an object */
export async function readJson(response: Response): Promise<object> {
  const text = await response.text();
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new ContractError(`The answer is not JSON but ${mediaOf(response)}`, { cause });
  }
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer;
  throw new ContractError('The answer is not an object', { cause: new TypeError(`It is ${typeof answer}`) });
}

/** What an unsuccessful answer says; an empty problem when it is none, such as a proxy's page. */
export async function readProblem(
  response: Response,
): Promise<{ problem: Partial<Problem>; cause: unknown }> {
  const text = await response.text();
  try {
    const problem: unknown = JSON.parse(text);
    if (isProblem(problem)) return { problem, cause: problem };
  } catch {
    // Not JSON: told below like every other body that is no problem.
  }
  return { problem: {}, cause: new TypeError(`The answer is no problem but ${mediaOf(response)}`) };
}

function isProblem(value: unknown): value is Problem {
  if (typeof value !== 'object' || value === null) return false;
  const { code, title, params = {} } = value as Record<string, unknown>;
  return (
    typeof code === 'string' && typeof title === 'string' && typeof params === 'object' && params !== null
  );
}

function mediaOf(response: Response): string {
  return response.headers.get('content-type') ?? 'of no type';
}
