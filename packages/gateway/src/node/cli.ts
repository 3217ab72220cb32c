import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';

import { answerFromThread } from './demo-thread.js';

const usage = `Usage: kontor <command> [options]

  start   the gateway with the demo supplier, on an embedded database folder
  serve   the gateway with your own data (DATABASE_URL, see docs/operation.md)
  import <file, folder or zip…>
          CommerceML of 1C into the shop, with pictures and documents; doing it again changes nothing
  analogues <file>
          a table of analogues (CSV) into the shop
  export orders
          orders that 1C doesn't have, as CommerceML for it
  admin <e-mail>
          make somebody an admin, the first one too: by letter, or without SMTP by a link
  pull    what CommerceML cannot tell, from the OData of 1C (KONTOR_ODATA_URL)

Options
  --port <number>     port to listen on (KONTOR_PORT)
  --folder <path>     folder of the embedded database and of files (KONTOR_FOLDER)
  --fresh             start over with an empty folder
  --demo <size>       full (46,000 variants) or small (3,000)
  --dry-run           import, analogues: tell what would change, and change nothing
  --everything        import: what the files do not speak of is discontinued;
                      analogues: variants without a line lose those of former tables
  --out <file>        export: where to write; - is the standard output (-)
  --since <date>      export: only orders placed from then on (KONTOR_1C_ORDERS_SINCE)
  --encoding <name>   export: utf-8 or windows-1251 (KONTOR_1C_ENCODING)
  --schema <version>  export: version of CommerceML, from 3 on in containers (2.08)
  --name <name>       admin: what the person is called (the e-mail address)
  --confirm           export: mark the orders as taken by 1C; without it nothing is marked
`;

const commands = ['start', 'serve', 'import', 'analogues', 'export', 'admin', 'pull'] as const;
type Command = (typeof commands)[number];
const isCommand = (command: string | undefined): command is Command =>
  commands.some((each) => each === command);

/** Whether what stands behind the command makes sense. */
function isComplete(command: Command, given: readonly string[]): boolean {
  if (command === 'import') return given.length > 0;
  if (command === 'analogues' || command === 'admin') return given.length === 1;
  if (command === 'export') return given.length === 1 && given[0] === 'orders';
  return true;
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      folder: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      demo: { type: 'string', default: 'full' },
      'dry-run': { type: 'boolean', default: false },
      everything: { type: 'boolean', default: false },
      out: { type: 'string' },
      since: { type: 'string' },
      encoding: { type: 'string' },
      schema: { type: 'string' },
      name: { type: 'string' },
      confirm: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [command, ...paths] = positionals;
  if (values.help || !isCommand(command) || !isComplete(command, paths)) {
    process.stdout.write(usage);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  if (values.demo !== 'full' && values.demo !== 'small') throw new Error('--demo takes full or small');
  const [{ readEnvironment }, { start }, { welcome }] = await Promise.all([
    import('./environment.js'),
    import('./start.js'),
    import('./welcome.js'),
  ]);
  const environment = readEnvironment({
    // A person at a terminal wants the address, not a log line per request.
    ...(command === 'start' ? { KONTOR_LOG_LEVEL: 'warn', KONTOR_SUPPLIER: 'Крепёж-Центр' } : {}),
    ...process.env,
    ...(values.port === undefined ? {} : { KONTOR_PORT: values.port }),
    ...(values.folder === undefined ? {} : { KONTOR_FOLDER: values.folder }),
  });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (command === 'pull') {
    const { runPull } = await import('./pull-command.js');
    await runPull(environment, say);
    return;
  }
  if (command === 'import') {
    const { runImport } = await import('./import-command.js');
    const isTerminal = process.stdout.isTTY;
    const { files } = await runImport({
      environment,
      paths,
      isDryRun: values['dry-run'],
      isEverything: values.everything,
      say: (line) => say(isTerminal ? `\x1b[2K\r${line}` : line),
      show: (line) => {
        if (isTerminal) process.stdout.write(`\x1b[2K\r${line}`);
      },
    });
    if (files.some(({ error }) => error !== undefined)) process.exitCode = 1;
    return;
  }
  if (command === 'admin') {
    const { runAdmin } = await import('./admin-command.js');
    await runAdmin({ environment, email: paths[0] ?? '', name: values.name, say });
    return;
  }
  if (command === 'analogues') {
    const { runAnalogues } = await import('./analogues-command.js');
    await runAnalogues({
      environment,
      path: paths[0] ?? '',
      isDryRun: values['dry-run'],
      isEverything: values.everything,
      say,
    });
    return;
  }
  if (command === 'export') {
    const { runExport } = await import('./export-command.js');
    await runExport({
      environment,
      given: values,
      output: process.stdout,
      say: (line) => void process.stderr.write(`${line}\n`),
    });
    return;
  }
  const started = await start({
    environment,
    demo: command === 'start' && values.demo,
    isFresh: values.fresh,
    threadScript: new URL(import.meta.url),
    say,
  });
  // Whoever started this process as a part of something learns where it is.
  process.send?.({ listeningOn: started.url });
  say(command === 'start' ? welcome(started.url, environment) : `The gateway listens on ${started.url}`);

  let since: number | undefined;
  const stop = (): void => {
    if (since !== undefined) {
      // One Ctrl-C comes several times: from the terminal, and from whoever started this process.
      if (performance.now() - since > 1000) process.exit(1);
      return;
    }
    since = performance.now();
    say('Stopping…');
    started.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

try {
  // The same file, so that a package of one file works too.
  await (isMainThread ? main(process.argv.slice(2)) : answerFromThread());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
