// SPDX-License-Identifier: EUPL-1.2
import { gallery } from './gallery.ts';

/** The gallery as files: `docs/charts/<form>.svg`, `<form>-smal.svg`, and the page that shows them. */
export function galleryFiles(): ReadonlyMap<string, string> {
  const forms = Object.entries(gallery);
  return new Map([
    ...forms.flatMap(([form, { svg, narrowSvg }]): [string, string][] => [
      [`${form}.svg`, `${svg}\n`],
      [`${form}-smal.svg`, `${narrowSvg}\n`],
    ]),
    ['README.md', page(forms.map(([form, { description }]) => [form, description]))],
  ]);
}

function page(forms: readonly (readonly [string, string])[]): string {
  return `# Forms of drawing

Made by \`node scripts/chart-gallery.mjs\` from \`test/charts/gallery.ts\`; the numbers are made up. Each is drawn for a page and for a telephone.
\`test/charts/gallery.test.ts\` compares these pictures with what the program draws now: a change in a drawing is a change here, to be looked at.

${forms
  .map(
    ([form, description]) =>
      `## ${form}\n\n![${description}](${form}.svg)\n\n![${description} Voor een telefoon.](${form}-smal.svg)\n`,
  )
  .join('\n')}`;
}
