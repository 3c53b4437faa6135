/// The style of a usage statement: one column on a phone, a table on a desktop, black on white on paper.
enum UsageStyle {
  /// The statement's CSS in addition to the style sheet of `HTMLPage`.
  static let sheet = """
    .figures {
      display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.5rem 0 0; padding: 0; list-style: none;
    }
    .figures li {
      flex: 1 1 9rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
      background: var(--tint);
    }
    .figures strong { display: block; font-size: 1.6rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1.5rem 2rem; }
    .pair > table { align-self: start; }
    table { width: 100%; border-collapse: collapse; }
    caption { padding-bottom: .4rem; text-align: left; color: var(--soft); }
    th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
    th, td { overflow-wrap: break-word; }
    thead th { border-bottom-width: 2px; font-size: .9rem; }
    tbody th { font-weight: 500; }
    tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--line); font-weight: 700; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .uses { font-size: .92rem; }
    .uses tbody th { min-width: 13rem; }
    .uses tbody th, .uses td:nth-child(3), .uses td:nth-child(7), .uses td:nth-child(8) { overflow-wrap: anywhere; }
    .uses td:nth-child(3), .uses td:nth-child(7), .uses td:nth-child(8) { min-width: 6.5rem; }
    .uses td:nth-child(5), .uses td:nth-child(6) { font-variant-numeric: tabular-nums; white-space: nowrap; }
    @media print, (min-width: 60.01rem) {
      .uses :is(td, thead th):is(:nth-child(5), :nth-child(6)) { text-align: right; }
    }
    .uses time { white-space: nowrap; }
    .uses small { display: block; }
    .outcome { font-weight: 600; }
    @media screen and (max-width: 60rem) {
      .uses, .uses tbody, .uses tr, .uses th, .uses td, .uses caption { display: block; }
      .uses thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
      .uses tbody tr { margin-bottom: 1rem; padding: .5rem .75rem; border: 1px solid var(--line); border-radius: .5rem; }
      .uses tbody th { min-width: 0; padding: .25rem 0 .5rem; border: 0; }
      .uses tbody td {
        display: grid; grid-template-columns: 7.5rem 1fr; gap: .75rem; padding: .2rem 0; border: 0;
      }
      .uses tbody td::before { content: attr(data-label); color: var(--soft); }
    }
    @media print {
      .uses { font-size: 8.5pt; }
      .uses th, .uses td { padding: .3rem .35rem; }
      .uses tbody th { min-width: 9rem; }
      thead { display: table-header-group; }
      tr, .figures li, dl > div { break-inside: avoid; }
    }
    """
}
