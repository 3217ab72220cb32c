/** Serves this folder beside the gateway of `npm start`, by the web server of the other example. */
import { serveSite } from '../supplier-site/server.mjs';

const gateway = process.env.KONTOR_URL ?? 'http://127.0.0.1:4600';
const { url } = await serveSite({ folder: import.meta.dirname, gateway: () => gateway, port: 4701 });
console.log(url);
