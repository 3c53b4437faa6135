/// A page of its own: it holds no script and loads nothing, and its policy forbids both to whatever might get in.
enum HTMLPage {
  /// A page.
  ///
  /// - Parameters:
  ///   - title: not yet escaped.
  ///   - style: the style sheet.
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
    \(style)
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
