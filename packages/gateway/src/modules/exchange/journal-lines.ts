import { groupBy } from '../../group-by.js';
import { problemsKept, type JournalProblem } from './journal.js';
import type { PublishProblem } from './publish/publishing.js';

/** Lines of one code that staff are shown of a publication; a thousand alike hide the one that matters. */
const linesOfCode = 100;

const severities = ['error', 'warning', 'info'];

/** What the journal says of a publication: errors first, problems of one cause once, and of those alike the first ones with how many more. */
export function linesOf(problems: readonly PublishProblem[]): JournalProblem[] {
  const lines: JournalProblem[] = [];
  for (const [code, alike] of groupBy(onceByCause(problems), (problem) => problem.code)) {
    lines.push(...alike.slice(0, linesOfCode));
    const more = alike.length - linesOfCode;
    const severity = alike[0]?.severity ?? 'info';
    if (more > 0)
      lines.push({ severity, code: 'too_many_problems', message: `${String(more)} more: ${code}` });
  }
  return lines
    .sort((left, right) => severities.indexOf(left.severity) - severities.indexOf(right.severity))
    .slice(0, problemsKept);
}

/** The first of each cause, with how many others there are. */
function onceByCause(problems: readonly PublishProblem[]): PublishProblem[] {
  const causes = groupBy(problems, ({ code, cause }) =>
    cause === undefined ? undefined : `${code} ${cause}`,
  );
  return problems.flatMap((problem) => {
    if (problem.cause === undefined) return [problem];
    const [first, ...others] = causes.get(`${problem.code} ${problem.cause}`) ?? [];
    if (problem !== first) return [];
    const message = `${problem.message}; ${String(others.length)} more for the same reason`;
    return [others.length === 0 ? problem : { ...problem, message }];
  });
}
