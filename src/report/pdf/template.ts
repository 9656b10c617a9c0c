// SPDX-License-Identifier: EUPL-1.2

/**
 * The look of the monitor on paper, in Typst: functions that the document calls with its texts. Colours, type and order are those of the
 * web page; captions stand above, provenance below, table headers repeat on every page.
 */
export const template = `
#let ink = rgb("#1a1d21")
#let quiet = rgb("#565d64")
#let accent = rgb("#1d5b73")
#let line-colour = rgb("#d6dadd")
#let hair = rgb("#b9bfc4")
#let warn = rgb("#7a4a00")
#let warn-ground = rgb("#fdf3dc")

#let anchor(id) = label(id)

#let stamp-list(title, items) = {
  set text(size: 9pt)
  grid(columns: (auto, 1fr), column-gutter: 1em, row-gutter: .6em,
    ..items.map(item => (text(fill: quiet, item.at(0)), strong(item.at(1)))).flatten())
}

#let notice(title, body) = block(width: 100%, fill: warn-ground, stroke: .6pt + rgb("#d9b565"), inset: 8pt, radius: 1pt,
  text(fill: warn, { strong(title + "."); " "; body }))

#let chapter-heading(level, number, title) = { pagebreak(weak: true); heading(level: level, text(fill: accent, number) + [ ] + h(.3em) + title) }

#let chapter-lead(body) = block(below: 1.6em, { set par(leading: .6em); text(size: 13pt, fill: rgb("#33383d"), par(body)) })

#let remark(body) = block(width: 100%, above: 1.2em, below: 1.4em, stroke: (left: 2pt + hair), inset: (left: 10pt, y: 3pt), text(fill: quiet, style: "italic", par(body)))

#let numbered(number, title, unit) = {
  text(fill: accent, weight: 700, number); h(.4em); text(weight: 700, title)
  if unit != none { linebreak(); text(size: 9pt, fill: quiet, unit) }
}

#let reason(body) = text(fill: quiet, style: "italic", body)
#let mark(body) = super(text(fill: accent, weight: 600, body))

#let upright(body) = rotate(-90deg, reflow: true, box(width: 33mm, align(left, strong(body))))

#let data-table(columns-count, groups, rows, wide) = {
  let labelled = groups.any(group => group.at(0) != none)
  let starts = ()
  let at = 1
  for group in groups { starts.push(at); at += group.at(1).len() }
  set text(size: if columns-count > 9 { 7.6pt } else if wide { 8.2pt } else { 9.2pt }, number-width: "tabular")
  set text(hyphenate: true, costs: (hyphenation: 1000%))
  set par(leading: .45em, justify: false, linebreaks: "optimized")
  let width = if columns-count <= 2 { 64% } else if columns-count == 3 { 80% } else { 100% }
  block(width: width, table(
    columns: (if columns-count > 9 { 2.6fr } else { 2.2fr },) + (1fr,) * columns-count,
    align: (x, y) => (if x == 0 { left } else { right }) + (if y == 0 { bottom } else { top }),
    inset: (x, y) => (left: if x == 0 { 0pt } else if x in starts and x > 1 { 9pt } else { 3pt }, right: 3pt, y: 3.4pt),
    stroke: (x, y) => (bottom: .5pt + line-colour),
    table.header(repeat: true, ..rows.at(0)),
    table.hline(stroke: .8pt + ink),
    ..rows.slice(1).flatten(),
  ))
}

#let together(body) = block(width: 100%, breakable: false, above: 1.5em, below: 1.8em, body)

#let anchored-heading(id, body) = [#heading(level: 2, outlined: false, bookmarked: true, body) #anchor(id)]

#let table-block(id, caption, body) = [#figure(kind: table, supplement: none, numbering: none, outlined: false, caption: caption, body) #anchor(id)]

#let chart-block(id, caption, svg, description) = [#figure(kind: image, supplement: none, numbering: none, outlined: false, caption: caption,
  image(bytes(svg), format: "svg", alt: description, width: 100%)) #anchor(id)]

#let provenance(notes, source, definitions) = block(above: .8em, below: 1.8em, breakable: false, {
  set text(size: 8.6pt, fill: quiet)
  set par(leading: .5em, spacing: .55em)
  for note in notes { par(note) }
  par(source)
  if definitions.len() > 0 { par(definitions.join("; ")) }
})

#let key-figures(title, items) = {
  heading(level: 1, outlined: true, title)
  grid(columns: (1fr, 1fr), column-gutter: 2em, row-gutter: 1.3em,
    ..items.map(item => block(width: 100%, stroke: (top: 1.2pt + ink), inset: (top: 6pt), {
      par(item.at(0))
      par(text(size: 19pt, weight: 700, item.at(1)))
      if item.at(2) != none { par(text(size: 9pt, fill: quiet, item.at(2))) }
      if item.at(3) != none { par(text(size: 9pt, fill: warn, style: "italic", item.at(3))) }
    })))
}

#let term-list(items) = terms(separator: [: ], ..items.map(item => terms.item(item.at(0), item.at(1))))

#let monitor(title: "", subject: "", site: "", language: "nl", lead: "", banner: none, stamp-title: "", stamp: (), contents: "", page-word: "", footer: "", colophon: (), chapters: 0, letter: false, body) = {
  set document(title: title, author: site, description: subject, date: none)
  set text(font: "Source Sans 3", size: 10.2pt, fill: ink, lang: language, region: "NL", fallback: false, number-type: "lining")
  set par(leading: .62em, spacing: 1em, justify: false)
  set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 24mm), footer: context {
    set text(size: 8.2pt, fill: quiet)
    grid(columns: (1fr, auto), footer, [#page-word #counter(page).display()])
  })
  set figure.caption(position: top)
  show figure.caption: it => block(width: 100%, above: 0pt, below: .7em, stroke: (top: 1.2pt + ink), inset: (top: 6pt), sticky: true, align(left, it.body))
  show figure: set block(breakable: true, above: 1.6em, below: .6em)
  show figure: set align(left)
  show figure.where(kind: image): set block(breakable: false)
  show link: set text(fill: accent)
  show terms: set par(spacing: .7em)

  let heading-size(level) = if letter { if level == 1 { 12pt } else { 10.8pt } } else if level == 1 { 19pt } else if level == 2 { 12.5pt } else { 10.8pt }
  show heading: it => block(above: if it.level == 1 and not letter { 2.2em } else { 1.6em }, below: if letter { .6em } else { .8em }, sticky: true,
    text(size: heading-size(it.level), weight: 700, it.body))

  if letter {
    text(size: 10pt, weight: 600, site)
    v(.8cm)
    {
      show std.title: set text(size: 17pt, weight: 700)
      std.title()
    }
    if banner != none { notice(..banner) }
    v(.4cm)
  } else {
    text(size: 10pt, weight: 600, site)
    v(4.5cm)
    {
      set par(leading: .45em)
      show std.title: set text(size: 31pt, weight: 700)
      std.title()
    }
    v(.4em)
    text(size: 14pt, fill: rgb("#33383d"), lead)
    v(1.2em)
    if banner != none { notice(..banner) }
    v(1fr)
    stamp-list(stamp-title, stamp)
    pagebreak()
    if chapters > 2 {
      set outline.entry(fill: repeat(text(fill: hair)[.], gap: .25em))
      show outline.entry.where(level: 1): set text(weight: 700)
      show outline.entry.where(level: 1): set block(above: .72em)
      show outline.entry.where(level: 2): set text(size: 9.2pt)
      show outline.entry.where(level: 2): set block(above: .46em)
      outline(title: contents, depth: 2, indent: auto)
      pagebreak()
    }
  }
  body
  if colophon.len() > 0 {
    v(2em)
    block(width: 100%, stroke: (top: .6pt + hair), inset: (top: 8pt), {
      set text(size: 8.8pt, fill: quiet)
      for sentence in colophon { par(sentence) }
    })
  }
}
`;
