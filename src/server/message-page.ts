// SPDX-License-Identifier: EUPL-1.2
import { texts } from '../text/index.ts';

/** The page for an address that does not exist, in Dutch. */
export function messagePage(): string {
  const { fout } = texts('nl');
  return plainPage(
    fout.nietGevonden,
    `<p>${fout.nietGevondenUitleg}</p>\n<p><a href="/">${fout.naarStart}</a></p>`,
  );
}

/** A page of the server's own, in Dutch. `content` is markup. */
export function plainPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { margin: 0; padding: 12vh clamp(1rem, 6vw, 5rem); color: #1a1d21; font: 1.125rem/1.6 "Source Sans 3", "Segoe UI", -apple-system, Roboto, "Liberation Sans", Arial, sans-serif; }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.02em; margin: 0 0 1rem; }
p, ul { max-width: 36em; margin: 0 0 1rem; }
a { color: #1d5b73; }
a:focus-visible { outline: 3px solid #d2953a; outline-offset: 2px; box-shadow: 0 0 0 2px #1a1d21; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;
}
