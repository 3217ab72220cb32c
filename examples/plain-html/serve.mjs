/** Serves a folder, this one if none is named, beside the gateway of `npm start`, by the web server of the other example. */
import { resolve } from 'node:path';
import { serveSite } from '../supplier-site/server.mjs';

const folder = resolve(process.argv[2] ?? import.meta.dirname);
const gateway = process.env.KONTOR_URL ?? 'http://127.0.0.1:4600';
const { url } = await serveSite({ folder, gateway: () => gateway, port: 4701 });
console.log(url);
