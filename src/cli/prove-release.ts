// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../contract/index.ts';
import { explainFinding, type ProofFinding, type ProofOutcome, proveRelease } from '../proof/index.ts';
import { figuresOfRelease, readRelease } from '../publish/index.ts';

/** The proof of a published release, from its files alone. */
export function proveReleaseFolder(dir: string): ProofOutcome {
  const published = readRelease(dir);
  const { release } = published.manifest;
  const pages = published.manifest.bestanden
    .filter(({ pad }) => pad.endsWith('.html'))
    .map(({ pad }) => ({ pad, inhoud: readFileSync(join(dir, pad), 'utf8') }));
  return { naam: release.id, ...proveRelease({ release, tables: figuresOfRelease(published), pages }) };
}

/** Stops a release that contradicts itself. Throws: `proof.contradiction` */
export function refuseContradictions(findings: readonly ProofFinding[]): void {
  const problems = findings
    .filter(({ ernst }) => ernst === 'ernstig')
    .map((finding) => explainFinding(finding, 'en'))
    .map(({ plaats, gedrukt, verwacht, uitleg }) => ({
      code: 'proof.contradiction',
      subject: `${gedrukt}${verwacht === '' ? '' : `; expected ${verwacht}`}`,
      place: plaats,
      remedy: `nothing was published: ${uitleg.join(' ')} Mend the text, or report it as a bug when no text was written by hand`,
    }));
  if (problems.length > 0) throw new OperatorError(problems);
}
