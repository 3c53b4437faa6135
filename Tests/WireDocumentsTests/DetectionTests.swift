import Testing

@testable import WireDocuments

/// The content decides on the format; the name only where contents look alike.
@Suite struct DetectionTests {
  @Test(arguments: [
    ("Just words.\n\nMore of them.", "a.txt", "text"),
    ("Just words.", "a.md", "markdown"),
    ("---\ntitle: x\n---\nwords", "a.yml", "markdown"),
    ("---\ntitle: x\n---\n<p>words</p>", "a.html", "markdown"),
    ("+++\ntitle = 'x'\n+++\nwords", "-", "markdown"),
    ("---\nAn em dash line opens this.\n---\nwords", "a.txt", "text"),
    ("<p>words</p>", "-", "html"),
    ("<!-- c -->\n<!DOCTYPE html>\n<html><body>words</body></html>", "page", "html"),
    (
      "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body>w</body></html>", "a.xml",
      "html"
    ),
    ("words with <b>markup</b>", "a.html", "html"),
    ("{\"id\":\"1\",\"text\":\"words\"}\n{\"id\":\"2\",\"text\":\"words\"}", "-", "jsonl"),
    ("{\"id\":\"1\",\"uri\":\"u\",\"headline\":\"h\",\"text\":\"words\"}", "-", "jsonl"),
    ("{\"uri\":\"u\",\"headline\":\"h\",\"body_text\":\"words\"}", "-", "ninjs"),
    ("[{\"guid\":\"u\",\"headline\":\"h\",\"body_html\":\"words\"}]", "-", "ninjs"),
    ("{\"uri\":\"u\",\"headline\":\"h\",\"body_text\":\"words\"}", "a.jsonl", "ninjs"),
  ]) func tellsTheFormat(_ text: String, _ path: String, _ format: String) throws {
    #expect(try DocumentSource(bytes: Array(text.utf8), path: path).format.name == format)
  }

  @Test(arguments: [
    ("<?xml version='1.0'?><strange/>", "a.xml"), ("<html>busy</html>", "export.xml"),
    ("{\"type\":\"story\",\"version\":\"1\",\"content_elements\":[]}", "a.json"),
    ("{\"posts\":[]}", "a.json"),
  ]) func refusesOthers(_ text: String, _ path: String) {
    #expect { _ = try DocumentSource(bytes: Array(text.utf8), path: path) } throws: {
      ($0 as? ReadingFault)?.code == "unknown-format"
    }
  }
}
