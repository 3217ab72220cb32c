import type { Manifest } from './manifest.mjs';

export function writeReactWrappers(manifest: Manifest, folder: string): Promise<void>;
