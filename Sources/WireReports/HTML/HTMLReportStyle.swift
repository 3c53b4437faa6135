/// The style of a run's page: draft and source side by side on a desktop and on paper, one below the other on a phone.
enum HTMLReportStyle {
  /// The report's CSS in addition to the style sheet of `HTMLPage`.
  ///
  /// The border of a passage shows whether it is quoted, credited, both or neither; the text below says so too.
  static let sheet = """
    .verdict { margin: 0; padding: .75rem 1rem; border-left: .4rem solid var(--line); background: var(--tint); }
    .verdict.pass { border-color: var(--yes); }
    .verdict.warn { border-color: var(--open); }
    .verdict.block, .verdict.incomplete { border-color: var(--no); }
    .level { font-weight: 700; }
    .level.error { color: var(--no); }
    .level.warning { color: var(--open); }
    .level.info { color: var(--soft); }
    nav ol { padding-left: 2rem; }
    article { margin-top: 2.5rem; padding-top: .5rem; border-top: 2px solid var(--line); }
    article h2 { margin-top: .5rem; }
    h3 { margin: 1rem 0 .35rem; font-size: .95rem; color: var(--soft); }
    ul { margin: 0; padding-left: 1.25rem; }
    blockquote { margin: 0; padding: .6rem .9rem; background: var(--tint); }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.25rem; }
    .pair > section { display: grid; grid-template-rows: subgrid; grid-row: span 2; }
    .draft blockquote, .source blockquote { border-left: .3rem solid var(--soft); }
    .neither blockquote { border-left-style: solid; border-color: var(--no); }
    .credited blockquote { border-left-style: dashed; border-color: var(--open); }
    .quoted blockquote { border-left-style: dotted; border-color: var(--open); }
    .both blockquote { border-left-style: double; border-color: var(--link); }
    @media screen and (max-width: 48rem) { .pair { grid-template-columns: 1fr; } }
    @media print { @page { size: A4 landscape; margin: 14mm; } .pair, .clause { break-inside: avoid; } }
    """
}
