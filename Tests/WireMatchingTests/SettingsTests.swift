import Testing
import WireMatching

/// What users are told of the constants.
struct SettingsTests {
  @Test("every constant is told with its own value and a meaning")
  func constants() {
    var settings = MatchSettings.standard
    settings.bar = 77.5
    let told = settings.constants
    #expect(told.count == Mirror(reflecting: settings).children.count && told.count > 30)
    #expect(told.first { $0.name == "bar" }?.value == "77.5")
    for constant in told { #expect(constant.meaning.count > 20, "\(constant.name)") }
    #expect(Set(told.map(\.meaning)).count == told.count)
  }
}
