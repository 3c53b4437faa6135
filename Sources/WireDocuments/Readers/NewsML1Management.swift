import WireText

extension NewsML1Item {
  /// Reads the management of the item, and what that of an enclosing item says of its status.
  mutating func readManagement() {
    guard let management = markup.child(item.node, "NewsManagement") else { return readAround() }
    for child in markup.children(management) {
      switch markup.name(child) {
      case "Status": readStatus(child)
      case "FirstCreated": item.time(.created, markup.nonempty(child))
      case "FirstPublished": item.time(.published, markup.nonempty(child))
      case "ThisRevisionCreated": item.time(.updated, markup.nonempty(child))
      case "NewsItemType":
        item.field(.other, child, attribute: "FormalName", key: "NewsManagement/NewsItemType")
      case "Instruction": readInstruction(child)
      case "Property": NewsML1Lines.read(property: child, into: &item)
      case "DerivedFrom": item.link(.evolvedFrom, markup.line(child, attribute: "NewsItem"))
      case "AssociatedWith": item.link(.other, markup.line(child, attribute: "NewsItem"))
      default: break
      }
    }
    readChanges(management)
    readAround()
  }

  /// An item in another shares its status, its embargo and instructions.
  private mutating func readAround() {
    for outer in markup.ancestors(item.node) where markup.name(outer) == "NewsItem" {
      guard let management = markup.child(outer, "NewsManagement") else { continue }
      for status in markup.children(management, "Status") { readStatus(status) }
      for instruction in markup.children(management, "Instruction") { readInstruction(instruction) }
      readChanges(management)
    }
  }

  private mutating func readStatus(_ node: Markup.Index) {
    guard let word = markup.line(node, attribute: "FormalName") else { return }
    item.document.setStatus(word)
    if word.lowercased() == "embargoed" { isHeld = true }
  }

  /// Reads an instruction, and its effect on the item and on earlier revisions.
  private mutating func readInstruction(_ node: Markup.Index) {
    item.field(.editorsNote, node, attribute: "FormalName", key: "NewsManagement/Instruction")
    let word = markup.line(node, attribute: "FormalName") ?? ""
    let value = StatusWords.value(word)
    // Others tell how to handle the item, such as “Update”.
    if value == .canceled || value == .withheld { item.document.setStatus(Status(value, raw: word)) }
    if word.lowercased().hasPrefix("embargo") { isHeld = true }
    for revision in markup.children(node, "RevisionStatus") {
      let number = markup.line(revision, attribute: "Revision") ?? ""
      let status = markup.child(revision, "Status")
      let word = markup.line(status, attribute: "FormalName") ?? ""
      item.document.fields.append(
        Field(.other, oneLine("\(number) \(word)"), key: "NewsManagement/Instruction/RevisionStatus"))
      if number == item.document.version, let status { readStatus(status) }
    }
  }

  /// Reads status changes: a future change to usable is the end of an embargo.
  private mutating func readChanges(_ management: Markup.Index) {
    for change in markup.children(management, "StatusWillChange") {
      let word = markup.line(markup.child(change, "FutureStatus"), attribute: "FormalName") ?? ""
      let raw = markup.nonempty(markup.child(change, "DateAndTime")) ?? ""
      if endsEmbargo(word) {
        item.embargo(until: raw)
      } else {
        item.time(.expiry, raw)
      }
    }
    if isHeld, item.document.embargo == nil { item.embargo(until: nil) }
  }

  /// Whether a future status ends an embargo; a word that nobody knows does if the item may not be used before.
  private func endsEmbargo(_ word: String) -> Bool {
    switch StatusWords.value(word) {
    case .usable, .published: true
    case .unknown: ![.usable, .published].contains(item.document.status?.value)
    default: false
    }
  }
}
