import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from './debian.mjs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const insidePlaywright = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win/chrome.exe',
];

function fromPlaywright() {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
    join(homedir(), 'AppData/Local/ms-playwright'),
  ].filter((folder) => folder && existsSync(folder));
  return caches.flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => /^chromium-\d+$/.test(name))
      .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
      .flatMap((name) => insidePlaywright.map((file) => join(cache, name, file))),
  );
}

function look() {
  return [process.env.CHROME_PATH, ...fromPlaywright(), ...installed].find(
    (path) => path && existsSync(path),
  );
}

/**
 * The Chrome or Chromium that the browser tests use; installs Chromium as root on Debian.
 * @returns its path, or undefined after saying that there is none.
 */
export function findChrome() {
  const found = look() ?? (canInstallPackages() && installPackages('chromium') ? look() : undefined);
  if (!found) {
    console.warn(
      '\nNo Chrome was found: tests that need a browser are skipped. Install one, or set CHROME_PATH.\n',
    );
  }
  return found;
}
