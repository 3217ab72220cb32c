import { parseArgs } from 'node:util';
import { isMainThread } from 'node:worker_threads';

import { answerFromThread } from './demo-thread.js';

const usage = `Usage: kontor <command> [options]

  start   the gateway with the demo supplier, on an embedded database folder
  serve   the gateway with your own data (DATABASE_URL, see docs/operation.md)

Options
  --port <number>     port to listen on (KONTOR_PORT)
  --folder <path>     folder of the embedded database and of files (KONTOR_FOLDER)
  --fresh             start over with an empty folder
  --demo <size>       full (46,000 variants) or small (3,000)
`;

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      folder: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      demo: { type: 'string', default: 'full' },
      help: { type: 'boolean', default: false },
    },
  });
  const [command] = positionals;
  if (values.help || (command !== 'start' && command !== 'serve')) {
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

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
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
