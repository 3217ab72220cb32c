import { defineConfig } from 'vite';

const target = process.env.KONTOR_URL ?? 'http://127.0.0.1:4600';

/** The gateway of `npm start` behind a path of the page's own origin: its session is an HttpOnly cookie then. */
export default defineConfig({
  root: import.meta.dirname,
  server: {
    port: 4702,
    strictPort: true,
    host: '127.0.0.1',
    proxy: { '/b2b': { target, rewrite: (path) => path.slice('/b2b'.length) } },
  },
});
