import WireText

/// What the header of an HTTP response says about rights: reservations for machines, and links to a licence.
enum HTTPRights {
  /// The statements, in the order of the header's fields.
  static func fields(in header: MailHeader) -> [RightsField] {
    header.fields.flatMap { field -> [RightsField] in
      let text = header.text(of: field)
      let key = "HTTP: \(field.name)"
      switch field.name {
      case "tdm-reservation", "tdm-policy": return [RightsField(.dataMining, text, key: key)]
      case "x-robots-tag" where ["noai", "noimageai"].contains(where: text.lowercased().contains):
        return [RightsField(.dataMining, text, key: key)]
      case "link": return licences(in: text).map { RightsField(.link, $0, key: "\(key) rel=license") }
      default: return []
      }
    }.filter { !$0.text.isEmpty }
  }

  /// The addresses of a `Link` field (RFC 8288) that lead to a licence: `<https://…>; rel="license"`.
  private static func licences(in text: String) -> [String] {
    text.split { $0 == "<" }.compactMap { link -> String? in
      let parts = link.split(maxSplits: 1) { $0 == ">" }.map(String.init)
      guard parts.count == 2 else { return nil }
      let parameters = MailParameters(parts[1])
      // A link with an anchor is about another resource.
      guard parameters["anchor"] == nil, let relation = parameters["rel"] else { return nil }
      let relations = relation.lowercased().split { $0 == " " || $0 == "," }
      return relations.contains("license") ? oneLine(parts[0]) : nil
    }
  }
}
