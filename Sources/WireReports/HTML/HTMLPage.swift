/// A self-contained page: it has no scripts and loads nothing, and its content security policy forbids both in case
/// of an injection.
enum HTMLPage {
  /// A page.
  ///
  /// - Parameters:
  ///   - title: not escaped yet.
  ///   - style: CSS in addition to the style sheet that all pages share.
  ///   - body: the content of the body, escaped.
  static func page(title: String, style: String, body: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>\(HTMLEscape.plain(title))</title>
    <style>
    \(sheet)
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  /// A list of names with texts that are already escaped.
  static func list(_ entries: [(name: String, text: String)]) -> String {
    let lines = entries.map { "<div><dt>\(HTMLEscape.plain($0.name))</dt><dd>\($0.text)</dd></div>" }
    return "<dl>\n" + lines.joined(separator: "\n") + "\n</dl>"
  }

  /// Colours, type and the elements that all pages share: readable in dark mode, on a phone, and on paper.
  static let sheet = """
    :root {
      color-scheme: light dark;
      --ground: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --tint: #f4f6f8; --link: #0550ae;
      --yes: #116329; --no: #a40e26; --open: #7a4d00;
      --gone: #fde3e1; --gone-ink: #8f1109; --new: #e2effd; --new-ink: #0b4f92;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #14171a; --ink: #e6e9ec; --soft: #a3adb8; --line: #3a424b; --tint: #1d2227; --link: #8cc2ff;
        --yes: #6fdd8b; --no: #ff9492; --open: #f0b72f;
        --gone: #47191a; --gone-ink: #ffb4ae; --new: #12324f; --new-ink: #a8d2ff;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 76rem; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 3rem;
      background: var(--ground); color: var(--ink);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere;
    }
    h1 { margin: 0 0 1rem; font-size: clamp(1.35rem, 4vw, 1.9rem); line-height: 1.2; }
    h2 { margin: 2.25rem 0 .75rem; font-size: 1.15rem; }
    a { color: var(--link); }
    small { color: var(--soft); font-size: .85em; font-weight: 400; }
    dl { margin: 0; }
    dl > div { display: grid; grid-template-columns: 8rem 1fr; gap: .15rem 1rem; padding: .3rem 0; }
    dt { color: var(--soft); }
    dd { margin: 0; }
    del { background: var(--gone); color: var(--gone-ink); text-decoration: line-through; }
    ins { background: var(--new); color: var(--new-ink); text-decoration: underline; }
    .yes { color: var(--yes); }
    .no { color: var(--no); }
    .open { color: var(--open); }
    footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); }
    footer p { margin: 0; max-width: 60ch; }
    @media (max-width: 30rem) { dl > div { grid-template-columns: 1fr; } }
    @media print {
      :root {
        color-scheme: light; --ground: #fff; --ink: #000; --soft: #444; --line: #999; --tint: #fff; --link: #000;
        --yes: #000; --no: #000; --open: #000; --gone: #fff; --gone-ink: #000; --new: #fff; --new-ink: #000;
      }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      h2 { break-after: avoid; }
    }
    """
}
