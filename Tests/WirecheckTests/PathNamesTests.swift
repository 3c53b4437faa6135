import Testing

@testable import Wirecheck

/// Names of files, however their paths were typed.
struct PathNamesTests {
  @Test(arguments: [
    ("content/a.md", "content/a.md"), ("./content/a.md", "content/a.md"),
    ("content//x/../a.md", "content/a.md"),
    ("/site/content/a.md", "content/a.md"), ("../site/content/a.md", "content/a.md"), ("../a.md", "/a.md"),
    ("/elsewhere/a.md", "/elsewhere/a.md"), ("/sitemap/a.md", "/sitemap/a.md"),
    ("../../../a.md", "/../../a.md"),
  ])
  func fromTheCurrentFolder(_ path: String, _ name: String) {
    #expect(PathNames(from: ".", current: "/site").name(of: path) == name)
  }

  @Test func fromAFolderAboveOrBelow() {
    #expect(PathNames(from: "..", current: "/site/drafts").name(of: "a.md") == "drafts/a.md")
    #expect(PathNames(from: "drafts", current: "/site").name(of: "drafts/a.md") == "a.md")
    #expect(PathNames(from: "/site", current: "/site/drafts").name(of: "../b.md") == "b.md")
  }

  @Test func withoutAFolder() {
    #expect(PathNames().name(of: "./x/../a.md") == "a.md")
    #expect(PathNames().name(of: "/x/./a.md") == "/x/a.md")
    #expect(PathNames(from: "/", current: "/").name(of: "x/a.md") == "x/a.md")
  }
}
