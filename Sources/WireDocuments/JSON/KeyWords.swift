/// The words of a key of a site's own, in lower case: `coverImage`, `cover_image` and `Cover image` have the same.
struct KeyWords {
  let words: [String]

  init(_ key: String) {
    if key.isLowercaseWord {
      words = [key]
      return
    }
    var words: [String] = []
    var word = ""
    var before: Character?
    for letter in key {
      let isWord = letter.isLetter || letter.isNumber
      if !isWord || letter.isUppercase && before?.isLowercase == true {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if isWord { word += letter.lowercased() }
      before = letter
    }
    if !word.isEmpty { words.append(word) }
    self.words = words
  }

  /// Whether what stands under the key is about a picture, film or sound, and not about the story.
  var isOfMedia: Bool {
    // Social media are a place of use.
    words.contains { Self.media.contains($0) && ($0 != "media" || !words.contains("social")) }
  }

  /// Whether the key names the rights in what contains it.
  var isOfRights: Bool { !isOfMedia && !isOfOthers && words.contains(where: Self.rights.contains) }

  /// Whether the key may name whom a story is from, so that one word is a name: `field_wire`.
  var isOfOrigin: Bool { words.contains(where: Self.origins.contains) }

  private static let origins: Set<String> = [
    "wire", "newswire", "agency", "attribution", "source", "wires", "agencies", "sources",
  ]

  /// Whether what stands under the key is about a person or another work.
  var isOfOthers: Bool { words.contains(where: Self.others.contains) }

  /// Whether what stands under the key is about another work.
  var isOfOtherWork: Bool { words.contains(where: Self.otherWorks.contains) }

  /// Whether the key names an embargo.
  var namesEmbargo: Bool { words.contains { $0.hasPrefix("embargo") } }

  /// Whether the embargo that the key names is that of a picture or of another work; the press has embargoes for all
  /// media.
  var isEmbargoElsewhere: Bool {
    // “next_embargo” is the story's, but “next: {embargo: …}” is not.
    let isOfOther = words.contains { Self.otherWorks.contains($0) && !Self.ownWorks.contains($0) }
    // “text_and_photo_embargo”
    return isOfOther || words.contains(where: Self.isMedium) && !words.contains(where: Self.works.contains)
  }

  /// Whether what stands in an object under the key is that of a picture or of another work: by its last word that says
  /// of what it is, since a photo desk or a film review is none.
  var isGroupElsewhere: Bool {
    let isNamed = { (word: String) in
      !Self.descriptions.contains(word) && !Self.carriers.contains(word) && !word.allSatisfy(\.isNumber)
    }
    guard let last = words.last(where: isNamed) else { return false }
    if last == "items", words.contains("news") { return false }
    let others = words.filter(Self.otherWorks.contains)
    return others.contains { $0 == last || $0 != "items" && $0 != "links" }
      || Self.isMedium(last) && !words.contains(where: Self.works.contains)
  }

  private static func isMedium(_ word: String) -> Bool { media.contains(word) && !carriers.contains(word) }

  /// Whether all words of a key that names an embargo are about when it ends for the story: `story_embargo_date`.
  var statesEmbargo: Bool {
    words.allSatisfy { $0.hasPrefix("embargo") || Self.embargo.contains($0) || Self.story.contains($0) }
      && !remarksOnEmbargo
  }

  /// Whether the key names a remark about an embargo: `embargo_note`.
  var remarksOnEmbargo: Bool { words.contains(where: Self.remarks.contains) }

  /// Whether what stands under the key tells search engines about the page.
  var isOfPage: Bool { words.contains(where: Self.page.contains) }

  /// Whether the key refers to a picture by its number: `hero_image`, but not `images_per_row`.
  var isPictureReference: Bool {
    let words = words.last == "id" ? words.dropLast() : words[...]
    return words.last.map(Self.pictures.contains) ?? false && !words.contains(where: Self.amounts.contains)
  }

  /// Whether all words of a key are about the rights in the story itself: `reprint_rights`, but not `code_license`.
  var isOfStory: Bool { !words.isEmpty && words.allSatisfy(Self.story.contains) }

  private static let story: Set<String> = [
    "copyright", "rights", "license", "licence", "usage", "terms", "notice", "text", "statement", "line",
    "holder",
    "content", "article", "story", "post", "reprint", "republication", "republish", "syndication", "reuse",
    "use",
    "permission", "permissions", "restriction", "restrictions", "url", "link", "info", "note",
  ]
  private static let otherWorks: Set<String> = [
    "related", "next", "previous", "parent", "recommended", "recommendations", "similar", "links", "items",
    "see",
  ]
  /// Words that may be the story's, too, in a key that names an embargo.
  private static let ownWorks: Set<String> = ["next", "items", "links", "see"]
  /// Words of what is kept about anything.
  private static let descriptions: Set<String> = [
    "meta", "metadata", "data", "info", "details", "rights", "credit", "credits", "id", "settings", "options",
    "caption", "byline", "url", "alt", "source", "list", "fields", "block", "item",
  ]
  private static let carriers: Set<String> = [
    "media", "file", "files", "asset", "assets", "attachment", "attachments", "embed", "embeds", "cover",
    "map",
  ]
  private static let embargo: Set<String> = [
    "until", "till", "date", "time", "datetime", "end", "ends", "lift", "lifts", "release", "publication",
    "web", "print", "online", "digital", "app", "broadcast", "radio", "tv",
  ]
  private static let remarks: Set<String> = [
    "note", "notes", "reason", "policy", "comment", "info", "by", "contact", "terms",
  ]
  /// Words for the story itself beside those for other media.
  private static let works: Set<String> = [
    "text", "texts", "story", "stories", "article", "post", "item", "all",
  ]
  private static let page: Set<String> = ["seo", "meta", "metadata", "metatags"]
  private static let pictures: Set<String> = [
    "image", "images", "photo", "photos", "picture", "pictures", "thumbnail", "cover", "hero", "banner",
    "poster",
    "illustration", "portrait", "featuredimage", "mainimage", "leadimage", "coverimage", "heroimage",
    "headerimage",
  ]
  private static let amounts: Set<String> = [
    "number", "count", "num", "max", "min", "total", "per", "of", "column",
  ]
  private static let rights: Set<String> = [
    "rights", "copyright", "license", "licence", "licensing", "legal", "syndication",
  ]
  private static let others: Set<String> = [
    "author", "authors", "related", "next", "previous", "parent", "source", "sources", "software", "theme",
    "data",
    "dataset", "human", "civil", "site", "template", "plugin", "driver", "driving",
  ]
  private static let media: Set<String> = [
    "image", "images", "img", "photo", "photos", "photograph", "photographs", "photography", "photographer",
    "picture",
    "pictures", "pic", "video", "videos", "film", "audio", "podcast", "sound", "music", "media", "gallery",
    "galleries", "thumbnail", "thumbnails", "thumb", "cover", "hero", "banner", "poster", "illustration",
    "illustrations", "illustrator", "figure", "figures", "graphic", "graphics", "infographic", "chart", "map",
    "embed",
    "embeds", "logo", "avatar", "portrait", "slideshow", "carousel", "asset", "assets", "attachment",
    "attachments",
    "file", "files", "featuredimage", "mainimage", "leadimage", "coverimage", "heroimage", "headerimage",
    "ogimage",
    "imagecredit", "imagecredits", "imagecopyright", "imagesource", "imagelicense", "photocredit",
    "photocredits",
    "photocopyright", "photosource", "videocredit", "imageobject", "videoobject", "audioobject",
    "mediaobject",
  ]
}
