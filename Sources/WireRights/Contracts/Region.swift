internal import Policies
internal import WireYAML

/// A region that is named instead of its countries: `EU`, `BALKANS`.
///
/// Members and disputed members are those of `Policies/Regions/`.
struct Region: Sendable {
  /// The codes of its countries.
  let members: Set<String>
  /// The codes of countries that only some sources count as members.
  let disputed: Set<String>

  /// Every region by its code.
  static let all: [String: Region] = (try? read(PolicyFile.all(in: "Regions"))) ?? [:]

  /// Reads regions, each a list of countries and of regions defined before it.
  static func read(_ files: [PolicyFile]) throws(YAMLFault) -> [String: Region] {
    var regions: [String: Region] = [:]
    for file in files {
      var reader = try YAMLReader(file.tree(), file: file.path)
      for field in reader.all() {
        var entry = try field.mapping()
        let members = try codes(entry.required("members"), regions)
        let disputed =
          try entry.optional("disputed").map { field throws(YAMLFault) in try codes(field, regions) } ?? []
        try entry.finish()
        regions[field.name] = Region(members: members, disputed: disputed.subtracting(members))
      }
    }
    return regions
  }

  private static func codes(_ field: YAMLField, _ regions: [String: Region]) throws(YAMLFault) -> Set<String>
  {
    var codes: Set<String> = []
    for element in try field.elements() {
      let code = try element.text()
      if let region = regions[code] {
        codes.formUnion(region.members)
      } else if Territory.isCountry(code) {
        codes.insert(code)
      } else {
        throw element.fault(
          "`\(code)` is no country", next: "write an ISO 3166 code or a region that stands above")
      }
    }
    return codes
  }
}
