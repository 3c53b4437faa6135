import WireText

extension NITFItem {
  /// Reads all statements of rights.
  mutating func readRights() {
    for copyright in dataAll("doc.copyright") {
      item.rights(.holder, copyright, attribute: "holder", key: "docdata/doc.copyright@holder")
      item.field(.other, copyright, attribute: "year", key: "docdata/doc.copyright@year")
    }
    for rights in dataAll("doc.rights") {
      item.rights(.holder, rights, attribute: "owner", key: "docdata/doc.rights@owner")
      for name in Self.attributes {
        item.rights(
          Self.limits[name] ?? .terms, rights, attribute: name, key: "docdata/doc.rights@\(name)")
      }
    }
    for rights in bodyHead.map({ markup.all($0, "rights") }) ?? [] { readRights(rights) }
    for notice in bodies.flatMap({ markup.all($0, "copyrite") }) {
      item.rights(.notice, notice, key: "copyrite")
      item.rights(.holder, markup.first(notice, "copyrite.holder"), key: "copyrite/copyrite.holder")
    }
    for note in markup.all(item.node, "note") where isCopyright(note) {
      item.rights(.notice, note, key: "note noteclass=copyright")
    }
    for media in bodies.flatMap({ markup.all($0, "media") }) { readRights(ofMedia: media) }
  }

  /// Reads the rights in a picture or film: `media-reference@copyright`, and `media-metadata` with the name of a right.
  private mutating func readRights(ofMedia media: Markup.Index) {
    let before = item.document.rights.count
    let word = markup.line(media, attribute: "media-type")?.lowercased() ?? ""
    for reference in markup.all(media, "media-reference") {
      item.rights(.notice, reference, attribute: "copyright", key: "media/media-reference@copyright")
      item.field(.other, reference, attribute: "source-credit", key: "media/media-reference@source-credit")
    }
    for metadata in markup.all(media, "media-metadata") {
      let name = StoryKeys.normal(markup.line(metadata, attribute: "name") ?? "")
      guard let kind = MediaWords.rights[name] else { continue }
      item.rights(kind, metadata, attribute: "value", key: "media/media-metadata \(name)")
    }
    for index in item.document.rights.indices.dropFirst(before) {
      item.document.rights[index].scope = "media"
      item.document.rights[index].medium = Self.media[word] ?? .other
    }
  }

  private static let media: [String: ItemType] = [
    "image": .picture, "photo": .picture, "graphic": .graphic, "video": .video, "audio": .audio,
  ]

  /// Reads `rights` of the body's head: plain text mixed with named parts.
  private mutating func readRights(_ rights: Markup.Index) {
    var named = 0
    for part in markup.children(rights) where markup.name(part).hasPrefix("rights.") {
      let name = markup.name(part)
      named += markup.string(part).count { $0.isLetter }
      if name.hasPrefix("rights.owner.") || name.hasPrefix("rights.agent.") {
        item.field(.other, part, key: "body.head/rights/\(name)")
        continue
      }
      let kind = name == "rights.owner" ? .holder : Self.limits[String(name.dropFirst("rights.".count))]
      // `norm` is the date for machines; the text may be "20 Nov".
      if markup.line(part, attribute: "norm") != nil {
        item.rights(kind ?? .terms, part, attribute: "norm", key: "body.head/rights/\(name)@norm")
      } else {
        item.rights(kind ?? .terms, part, key: "body.head/rights/\(name)")
      }
    }
    if markup.string(rights).count(where: \.isLetter) > named {
      item.rights(.notice, rights, key: "body.head/rights")
    }
  }

  private static let attributes = [
    "type", "limitations", "geography", "location-code", "code-source", "agent", "startdate", "start-date",
    "enddate", "end-date",
  ]

  /// The parts that limit a right; the others are text.
  private static let limits: [String: RightsField.Kind] = [
    "geography": .area, "location-code": .area, "startdate": .begins, "start-date": .begins, "enddate": .ends,
    "end-date": .ends,
  ]

  /// Reads the status, its effect on another item, and the embargo.
  mutating func readStatus() {
    let word = markup.line(documentData, attribute: "management-status")
    if let word { item.document.setStatus(word) }
    readEmbargo(isEmbargoed: word?.lowercased() == "embargoed")
    // If no status is given for the other item, this item's own status determines the effect on it.
    let other = markup.line(documentData, attribute: "management-idref-status").map(StatusWords.value)
    item.link(
      (other ?? item.document.status?.value) == .canceled ? .kills : .updates,
      markup.line(documentData, attribute: "management-doc-idref"))
  }

  /// Reads the release time, which is an embargo unless it is the issue time or earlier.
  private mutating func readEmbargo(isEmbargoed: Bool) {
    let releases = dataAll("date.release").compactMap { markup.line($0, attribute: "norm") }
    let issue = markup.line(data("date.issue"), attribute: "norm")
    for release in releases { readEmbargo(release, issue, isEmbargoed: isEmbargoed) }
    if isEmbargoed, releases.isEmpty { item.embargo(until: nil) }
  }

  private mutating func readEmbargo(_ release: String, _ issue: String?, isEmbargoed: Bool) {
    // An unfilled template (`YYYYMMDD…`) is not an embargo; other words may be one, with an unknown end.
    let isTemplate = release.uppercased().contains("YYYY")
    if isEmbargoed || !isTemplate && isLater(release, than: issue) {
      item.embargo(until: release)
    } else if CivilTime(field: release) != nil {
      item.time(.published, release)
    } else {
      item.document.problems.append(.unreadableTime(named: "the release time"))
    }
  }

  private func isLater(_ release: String, than issue: String?) -> Bool {
    guard let issue else { return true }
    if let a = Instant(field: release), let b = Instant(field: issue) { return a > b }
    // Without a time zone only two times of the same form can be compared.
    return release.utf8.count != issue.utf8.count || release > issue
  }
}
