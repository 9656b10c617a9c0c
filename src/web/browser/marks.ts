// SPDX-License-Identifier: EUPL-1.2
import type { FigureTexts } from '../../text/index.ts';
import { announce, part } from './parts.ts';

/** Something that is drawn for one number; its `title` says which. */
interface Mark {
  readonly element: Element;
  readonly says: string;
  readonly x: number;
  readonly y: number;
}

/** Marks whose middles differ less than this stand in one line. Unit: pixels. */
const ALIGNED = 3;

/** Lets somebody with a keyboard walk over the marks of a drawing, hear each number and see which it is. Result: what to do with a new drawing. */
export function bindMarks(figure: HTMLElement, text: Pick<FigureTexts, 'langsPunten'>): () => void {
  const panel = part(figure, 'grafiek');
  let now: Element | undefined;
  panel?.addEventListener('keydown', (event) => {
    const marks = marksIn(panel);
    const next = nextMark(
      marks,
      marks.find(({ element }) => element === now),
      event.key,
    );
    if (event.key === 'Escape') leave();
    if (!next) return;
    event.preventDefault();
    leave();
    now = next.element;
    now.classList.add('punt-nu');
    bubble(next);
    announce(figure, next.says, true);
  });
  panel?.addEventListener('focusout', leave);
  prepare();
  return prepare;

  function prepare(): void {
    now = undefined;
    for (const drawing of panel?.querySelectorAll<HTMLElement>('.tekening') ?? []) {
      drawing.tabIndex = 0;
      drawing.setAttribute('role', 'application');
      drawing.setAttribute('aria-label', text.langsPunten);
    }
  }

  function leave(): void {
    now?.classList.remove('punt-nu');
    now = undefined;
    panel?.querySelector('.wijzer')?.remove();
  }

  function bubble({ element, says, x, y }: Mark): void {
    const drawing = element.closest<HTMLElement>('.tekening');
    const box = drawing?.getBoundingClientRect();
    if (!drawing || !box) return;
    const label = document.createElement('span');
    label.className = 'wijzer';
    label.ariaHidden = 'true';
    label.textContent = says;
    label.style.top = `${y - box.top}px`;
    if (x - box.left > box.width / 2) label.style.right = `${box.right - x}px`;
    else label.style.left = `${x - box.left}px`;
    drawing.append(label);
  }
}

function marksIn(panel: HTMLElement): Mark[] {
  return [...panel.querySelectorAll('svg :not(svg) > title')].flatMap((title) => {
    const element = title.parentElement;
    const box = element?.getBoundingClientRect();
    if (!element || !box || box.width === 0) return [];
    const says = title.textContent ?? '';
    return [{ element, says, x: box.left + box.width / 2, y: box.top + box.height / 2 }];
  });
}

/** Sideways along a line, up and down between lines; where nothing lies that way, the one that was drawn before or after. */
function nextMark(marks: readonly Mark[], from: Mark | undefined, key: string): Mark | undefined {
  if (key === 'Home') return marks[0];
  if (key === 'End') return marks.at(-1);
  const way = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  if (way === undefined) return undefined;
  if (!from) return way > 0 ? marks[0] : marks.at(-1);
  const beside = marks[marks.indexOf(from) + way];
  const sideways = key === 'ArrowRight' || key === 'ArrowLeft';
  const ahead = (mark: Mark) => (sideways ? mark.x - from.x : mark.y - from.y) * way;
  const aside = (mark: Mark) => Math.abs(sideways ? mark.y - from.y : mark.x - from.x);
  if (sideways && beside && ahead(beside) > 0) return beside;
  const [nearest] = marks
    .filter((mark) => ahead(mark) > ALIGNED && aside(mark) < ALIGNED)
    .sort((a, b) => ahead(a) - ahead(b));
  return nearest ?? beside;
}
