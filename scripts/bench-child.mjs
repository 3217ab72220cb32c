/** Runs one bundled bench and sends its rows to the parent. */
import { pathToFileURL } from 'node:url';

const { run } = await import(pathToFileURL(process.argv[2]).href);
const rows = await run();
process.send(rows, () => process.exit(0));
