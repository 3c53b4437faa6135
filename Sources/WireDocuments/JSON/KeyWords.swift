/// The words of a key of a site's own, in lower case: `coverImage`, `cover_image` and `Cover image` have the same.
struct KeyWords {
  let words: [String]

  init(_ key: String) {
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

  /// Whether what stands under the key is about a person or another work.
  var isOfOthers: Bool { words.contains(where: Self.others.contains) }

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
