// SPDX-License-Identifier: EUPL-1.2

/** The part of an element with this role (`data-rol`); undefined where a page leaves it out. */
export function part<Kind extends HTMLElement = HTMLElement>(
  within: ParentNode,
  rol: string,
): Kind | undefined {
  return within.querySelector<Kind>(`[data-rol="${rol}"]`) ?? undefined;
}

/** Text for everybody, or only for who listens. */
export function announce(within: ParentNode, text: string, quiet: boolean): void {
  const place = part(within, 'melding');
  if (!place) return;
  place.classList.toggle('stil', quiet);
  place.textContent = text;
}
