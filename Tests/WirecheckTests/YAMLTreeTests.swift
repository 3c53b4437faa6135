import Testing
import WireYAML

/// Only the plain part of YAML is taken, and nothing is written out in full before it is refused.
@Suite struct YAMLTreeTests {
  @Test(arguments: [
    ("a: &x [1]\n", 1, 4, "anchors"), ("a: 1\nb: *x\n", 2, 4, "aliases"), ("- &x\n", 1, 3, "anchors"),
    ("{a: *x}", 1, 5, "aliases"), ("a: !!str 1\n", 1, 4, "tags"), ("a: !x {}\n", 1, 4, "tags"),
    ("%TAG ! tag:x,2000:\n---\na: 1\n", 1, 1, "tags"), ("a:\n  <<: {b: 1}\n", 2, 3, "merge keys"),
    ("? &x a\n: 1\n", 1, 3, "anchors"), ("*x : 1\n", 1, 1, "aliases"),
    ("a: \"q\" \nb: &long-name word\n", 2, 4, "anchors"),
  ])
  func refuses(_ text: String, _ line: Int, _ column: Int, _ what: String) {
    #expect {
      _ = try YAMLValue(parsing: text, name: "wirecheck.yaml")
    } throws: { error in
      guard let fault = error as? YAMLFault else { return false }
      return fault.file == "wirecheck.yaml" && fault.position == .init(line: line, column: column)
        && fault.message.contains(what) && !fault.next.isEmpty && fault.isRefusal
    }
  }

  @Test(arguments: [
    ("a: \"&x *y !z <<: 1\"", "&x *y !z <<: 1"), ("a: '*x'", "*x"), ("a: AT&T * 2 !", "AT&T * 2 !"),
    ("a: |\n  &x\n  *y\n  !z\n  <<: 1\n", "&x\n*y\n!z\n<<: 1\n"), ("a: >\n  *x and\n  &y\n", "*x and &y\n"),
    ("# &x *y !z\na: 1 # *x", "1"), ("a: b <<", "b <<"), ("a: x\n  *y* z", "x *y* z"), ("a: '<<'", "<<"),
    ("'<<': 1", "1"), ("a: R&D", "R&D"),
  ])
  func takes(_ text: String, _ value: String) throws {
    guard case .mapping(let entries) = try YAMLValue(parsing: text, name: "a").content,
      case .scalar(let scalar)? = entries.first?.value.content
    else {
      Issue.record("no scalar")
      return
    }
    #expect(scalar == value)
  }

  /// Each of these cost seconds and gigabytes as a tree.
  @Test(arguments: Bomb.all) func bombsAreRefusedAtOnce(_ bomb: Bomb) {
    let clock = ContinuousClock()
    let start = clock.now
    #expect(throws: YAMLFault.self) { _ = try YAMLValue(parsing: bomb.text, name: "a") }
    #expect(clock.now - start < .seconds(5))
  }

  /// A hostile text; only its name is printed.
  struct Bomb: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var text: String

    static let all = [
      Bomb(
        testDescription: "aliases of aliases",
        text: "a0: &a0 x\n"
          + (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]\n" }.joined()),
      Bomb(
        testDescription: "a long list, often",
        text: "a: &a [" + String(repeating: "x,", count: 300_000) + "x]\nb: ["
          + String(repeating: "*a,", count: 50_000) + "*a]\n"),
      Bomb(testDescription: "lists in lists", text: String(repeating: "[", count: 500_000)),
      Bomb(testDescription: "mappings in mappings", text: String(repeating: "{a: ", count: 200_000)),
      Bomb(testDescription: "tagged lists", text: "a: " + String(repeating: "!!seq [", count: 100_000)),
      Bomb(testDescription: "block lists in lists", text: String(repeating: "- ", count: 400_000) + "x"),
    ]
  }
}
