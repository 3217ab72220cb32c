import { normaliseFileName } from '@kontor/commerceml';

/**
 * The name by which a picture is found, whoever writes its path: `C:\Upload\import_files\AB\1.jpg` is `import_files/ab/1.jpg`.
 * @returns undefined for paths that lead out of their folder
 */
export function pictureKey(path: string): string | undefined {
  return normaliseFileName(path)
    ?.toLowerCase()
    .replace(/^.*\/(?=import_files\/)/, '');
}
