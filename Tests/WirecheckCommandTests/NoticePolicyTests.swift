import Foundation
import Testing

/// `notice` as a reader and writer of policies.
@Suite struct NoticePolicyTests {
  @Test func aNoticeIsWrittenAsODRLAndReadBack() throws {
    let newsroom = try Newsroom()
    let written = try newsroom.tool.run("notice", "--odrl", Story.notice)
    #expect(written.status == 0)
    #expect(written.output.contains("\"conflict\": \"prohibit\""))
    #expect(try newsroom.tool.run("notice", "--odrl", Story.notice).output == written.output)
    try newsroom.folder.write(written.output, to: "policy.jsonld")
    let fromPolicy = try newsroom.tool.run("notice", "--json", "policy.jsonld")
    let direct = try newsroom.tool.run("notice", "--json", Story.notice)
    #expect(fromPolicy.output == direct.output)
    #expect(!direct.output.isEmpty)
  }

  @Test func filesAreKnownByTheirContent() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write("[{\"location\": \"/\", \"tdm-reservation\": 1}]", to: "tdmrep.json")
    try newsroom.folder.write("User-agent: *\nContent-Signal: ai-train=no\n", to: "robots.txt")
    try newsroom.folder.write(
      "<!DOCTYPE html><html><head><title>T</title><meta name=\"tdm-reservation\" content=\"1\"></head><body>"
        + "<article><p>The harbour was quiet on Monday.</p></article></body></html>", to: "page.html")
    for (file, words) in [
      ("tdmrep.json", "prohibited: tdm"), ("robots.txt", "prohibited: train-ai"),
      ("page.html", "in: meta: tdm-reservation\nprohibited: tdm"),
    ] {
      let outcome = try newsroom.tool.run("notice", file)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains(words), "\(file): \(outcome.output)")
    }
  }

  /// A notice in the text of a page is read as its text has it, without tags, and beside what its fields say.
  @Test func pagesAreReadAsTheirTextHasIt() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(
      "<!DOCTYPE html><html><head><title>T</title><meta name=\"tdm-reservation\" content=\"1\"></head><body>"
        + "<article><p>The harbour was quiet on Monday, and the ferry was late again for want of a crew.</p>"
        + "<p>© 2026 Northwire.<br>This <b>material</b> may not be<br>published without permission.</p></article>"
        + "</body></html>", to: "page.html")
    let output = try newsroom.tool.run("notice", "page.html").output
    #expect(output.contains("in: meta: tdm-reservation\nprohibited: tdm"))
    #expect(output.contains("in: body\nholder: Northwire"))
    #expect(output.contains("“This material may not be published without permission.”"))
  }

  @Test func theProfileAndRightsMLArePrinted() throws {
    let newsroom = try Newsroom()
    let profile = try newsroom.tool.run("notice", "--odrl-profile")
    #expect(profile.output.contains("\"wr:publish\"") && profile.output.contains("includedIn"))
    let notice = "© 2026 Northwire. May not be reproduced or published without permission."
    let rightsML = try newsroom.tool.run("notice", "--rightsml", notice)
    #expect(rightsML.output.contains("obtainConsent") && !rightsML.output.contains("wr:"))
    #expect(rightsML.errors.contains("RightsML has no words for"))
    #expect(try newsroom.tool.run("notice", "--odrl", "--json", notice).status == 2)
  }

  /// A policy that breaks off is a file that cannot be read, with the place where it does.
  @Test func aPolicyThatBreaksOffIsAnError() throws {
    let newsroom = try Newsroom()
    try newsroom.folder.write(
      "{\"@context\": \"http://www.w3.org/ns/odrl.jsonld\",\n \"permission\": [{\"action\":", to: "part.json")
    let asked = try newsroom.tool.run("policy", "ask", "part.json", "--use", "publish")
    #expect(asked.status == 3 && asked.output.isEmpty, "\(asked.output)")
    #expect(
      asked.errors.contains("part.json:2:") && asked.errors.contains("get the whole file"), "\(asked.errors)")
  }
}
