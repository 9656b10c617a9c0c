// SPDX-License-Identifier: EUPL-1.2
// Tells people who change a definition what the worked cases now give, without what only programmers read.

/** `the worked cases of terugkeer hold …` → `terugkeer`. */
function indicatorOf(name) {
  return /^the worked cases of (\S+)/.exec(name)?.[1] ?? name;
}

export default async function* reporter(events) {
  let [held, changed, broken] = [0, 0, ''];
  for await (const { type, data } of events) {
    if (data.details?.type === 'suite' || data.nesting > 0) continue;
    if (type === 'test:pass' && indicatorOf(data.name) !== data.name) held += 1;
    if (type === 'test:stderr') broken += data.message;
    if (type !== 'test:fail' || indicatorOf(data.name) === data.name) continue;
    changed += 1;
    const { error } = data.details;
    const message = error.cause?.code === 'ERR_ASSERTION' ? error.cause.message : error.stack;
    yield `${indicatorOf(data.name)}: these worked cases give something else now\n\n${message.replace(/^/gm, '  ')}\n\n`;
  }
  if (held + changed === 0) yield `No case was computed.\n\n${broken}\n`;
  yield `Worked cases of ${held} ${held === 1 ? 'indicator' : 'indicators'} hold${changed === 0 ? '' : `, of ${changed} they do not`}.\n`;
}
