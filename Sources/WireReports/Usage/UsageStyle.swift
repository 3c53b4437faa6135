/// The look of a usage statement: one column on a telephone, a table on a desk, black on white on paper.
enum UsageStyle {
  /// The style sheet.
  static let sheet = """
    :root {
      color-scheme: light dark;
      --ground: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --tint: #f4f6f8;
      --yes: #116329; --no: #a40e26; --open: #7a4d00; --link: #0550ae;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171a; --ink: #e6e9ec; --soft: #a3adb8; --line: #3a424b; --tint: #1d2227;
        --yes: #6fdd8b; --no: #ff9492; --open: #f0b72f; --link: #8cc2ff;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem;
      background: var(--ground); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
      overflow-wrap: anywhere;
    }
    h1 { margin: 0 0 1rem; font-size: clamp(1.35rem, 4vw, 1.9rem); line-height: 1.2; }
    h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; }
    a { color: var(--link); }
    small { color: var(--soft); font-size: .85em; font-weight: 400; }
    dl { margin: 0; }
    dl > div { display: grid; grid-template-columns: 8rem 1fr; gap: .15rem 1rem; padding: .3rem 0; }
    dt { color: var(--soft); }
    dd { margin: 0; }
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
    .yes { color: var(--yes); }
    .no { color: var(--no); }
    .open { color: var(--open); }
    footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); }
    footer p { margin: 0; max-width: 60ch; }
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
    @media (max-width: 30rem) {
      dl > div { grid-template-columns: 1fr; }
    }
    @media print {
      :root {
        color-scheme: light; --ground: #fff; --ink: #000; --soft: #444; --line: #999; --tint: #fff;
        --yes: #000; --no: #000; --open: #000; --link: #000;
      }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      .uses { font-size: 8.5pt; }
      .uses th, .uses td { padding: .3rem .35rem; }
      .uses tbody th { min-width: 9rem; }
      thead { display: table-header-group; }
      tr, .figures li, dl > div { break-inside: avoid; }
      h2 { break-after: avoid; }
    }
    """
}
