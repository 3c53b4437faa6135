@testable import WireRights

/// The policies that come with the program, read once for all tests: reading them takes a debug build long.
enum ProgramPolicies {
  /// The policies; languages are loaded as texts need them.
  static let all = Result { try NoticePolicies() }
  /// Every language, with the cases of its file.
  static let languages = Result { try all.get().allLanguages() }
  /// What the text of each case of a language says, by the text.
  static let statements = Result {
    let parser = NoticeParser(try all.get())
    return try languages.get().flatMap(\.lexicon.cases).reduce(into: [String: RightsStatement]()) {
      if $0[$1.text] == nil { $0[$1.text] = parser.parse($1.text) }
    }
  }
  /// Every agency.
  static let agencies = Result { try AgencyDirectory() }
}
