/// What an RTF file contains besides its copy: notes, properties, times, and named values.
struct RTFAside {
  /// Notes with their keys, in order.
  private(set) var notes: [(key: String, text: String)] = []
  /// Properties of the document in order, by control word.
  private(set) var properties: [(word: String, text: String)] = []
  /// Custom properties.
  private(set) var custom: [(name: String, text: String)] = []
  /// Times of the document as `year-month-dayThour:minute`, by control word.
  private(set) var times: [(word: String, text: String)] = []
  /// The targets of link fields, in order.
  private(set) var links: [String] = []
  /// The parts of the time that is being read.
  var date = RTFTime()
  private var name = ""

  /// Stores the text of a group that has ended.
  mutating func take(_ words: String, of destination: RTFWords.Destination) {
    if case .time(let word) = destination {
      if let time = date.text { times.append((word, time)) }
      date = RTFTime()
    }
    guard !words.isEmpty else { return }
    switch destination {
    case .note(let key): notes.append((key, words))
    case .property(let word): properties.append((word, words))
    case .name: name = words
    case .shapeValue: if let key = Self.shapeWords[name] { notes.append((key, words)) }
    case .instruction: if let address = FieldInstruction.link(in: words) { links.append(address) }
    case .customValue: custom.append((name, words))
    default: break
    }
  }

  /// The properties of shapes that hold readable text (Rich Text Format 1.9.1, "Drawing objects: properties").
  private static let shapeWords = [
    "wzDescription": "picture description", "gtextUNICODE": "word art",
  ]
}
