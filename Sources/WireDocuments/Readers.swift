/// The table of readers.
enum Readers {
  /// All readers; detection tries them in this order and takes the first that recognises an input.
  ///
  /// Readers that recognise an input by its first bytes come first: such inputs may contain files of all other formats
  /// unchanged.
  static var all: [any DocumentReader.Type] {
    [
      DOCXReader.self,
      ODTReader.self,
      RTFReader.self,
      MboxReader.self,
      EMLReader.self,
      WARCReader.self,
      ZIPReader.self,
      TARReader.self,
      APPublicationReader.self,
      NITFReader.self,
      NewsMLG2Reader.self,
      NewsML1Reader.self,
      IPTC7901Reader.self,
      ANPA1312Reader.self,
      ZCZCReader.self,
      WXRReader.self,
      BloggerReader.self,
      FeedReader.self,
      NewsSitemapReader.self,
      AgencyXMLReader.self,
      MovableTypeReader.self,
      MarkdownReader.self,
      WordPressRESTReader.self,
      GhostReader.self,
      AFPReader.self,
      DPADigitalwiresReader.self,
      ANSReader.self,
      AppleNewsReader.self,
      ContentfulReader.self,
      SanityReader.self,
      DrupalReader.self,
      WagtailReader.self,
      WagtailAPIReader.self,
      NINJSReader.self,
      APMediaReader.self,
      StrapiReader.self,
      EnvelopeReader.self,
      JSONLinesReader.self,
      JSONLDReader.self,
      JSONStoriesReader.self,
      MediumReader.self,
      HTMLReader.self,
      CSVReader.self,
      XMLReader.self,
      PlainTextReader.self,
    ]
  }

  /// The reader of a format.
  static func named(_ name: String) -> (any DocumentReader.Type)? {
    all.first { $0.format.name == name }
  }
}

extension Format {
  /// The formats that can be read, in the order in which detection tries them.
  public static var all: [Format] { Readers.all.map { $0.format } }
}
