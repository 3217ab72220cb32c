declare module 'virtual:kontor-manifest' {
  import type { Manifest } from '../scripts/elements/manifest.mjs';

  export const manifest: Manifest;
}

declare module '*.css';
