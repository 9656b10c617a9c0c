// SPDX-License-Identifier: EUPL-1.2
// Makes a checkout ready to run: dependencies (npm ci), the compiled program, and with --tools what the tests need besides
// (Chromium, xmllint, and Python and GLPK for the counts and attacks of another hand; from Debian's packages when this machine has none).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (done.error) throw done.error;
  return done.status ?? 1;
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(':');
  return names.some((name) => folders.some((folder) => existsSync(join(folder, name))));
}

function installedIsCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const wanted = join(root, 'package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return true;
  const versions = (file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
      .filter(([path, entry]) => path !== '' && !entry.optional)
      .map(([path, entry]) => `${path}@${entry.version}`)
      .sort()
      .join('\n');
  return versions(installed) === versions(wanted);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}

if (!installedIsCurrent()) {
  console.log('Installing dependencies (npm ci) …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    stop('npm ci did not succeed: see the lines above. Is the npm registry reachable from here?');
  }
} else if (run(process.execPath, [join(root, 'scripts', 'build.mjs')]) !== 0) {
  stop('The program does not compile: see the lines above.');
}

if (process.argv.includes('--tools')) {
  const missing = [];
  if (!process.env.CHROMIUM_PATH && !onPath('chromium', 'chromium-browser', 'google-chrome'))
    missing.push('chromium');
  if (!onPath('xmllint')) missing.push('libxml2-utils');
  if (!onPath('python3')) missing.push('python3');
  if (!onPath('glpsol')) missing.push('glpk-utils');
  if (missing.length > 0) {
    console.log(`Installing Debian packages for the tests: ${missing.join(', ')} …`);
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (args) => {
      const [command, ...rest] = [...sudo, 'apt-get', ...args];
      return run(command, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    };
    apt(['update', '-qq']);
    if (apt(['install', '-y', '-qq', '--no-install-recommends', ...missing]) !== 0) {
      stop(
        `Could not install ${missing.join(' and ')}. Install them by hand (on Debian: apt-get install ${missing.join(' ')}) and run npm test again.`,
      );
    }
  }
}
