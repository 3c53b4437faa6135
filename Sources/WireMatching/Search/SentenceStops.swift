/// Marks beyond ASCII that end a sentence wherever they stand, in UTF-8.
enum SentenceStops {
  /// The first bytes of those with two bytes.
  static let pairLeads: ClosedRange<UInt8> = 0xD6...0xDB

  /// Whether the two bytes are `։`, `؟` or `۔`.
  static func isStop(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (0xD6, 0x89), (0xD8, 0x9F), (0xDB, 0x94): true
    default: false
    }
  }

  /// Whether the three bytes are `…`, `。`, `！`, `？`, `｡`, `।`, `॥` or `።`.
  static func isStop(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE2, 0x80, 0xA6), (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBD, 0xA1),
      (0xE0, 0xA5, 0xA4), (0xE0, 0xA5, 0xA5), (0xE1, 0x8D, 0xA2):
      true
    default: false
    }
  }
}
