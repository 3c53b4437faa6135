/// The meaning of RTF control words, as far as it matters for the text.
enum RTFWords {
  /// The destination of a group's text.
  enum Destination: Hashable {
    /// The copy.
    case body
    /// The text of a shape: copy that would split the paragraph that it is anchored to.
    case shape
    /// The marker of a list item, written out: copy for readers that do not number items themselves, such as this one.
    case listMark
    /// A note outside the copy, with its key.
    case note(String)
    /// A property of the document, with the control word that names it.
    case property(String)
    /// The instruction of a field, for instance a link.
    case instruction
    case fontTable, styleSheet
    /// A time of the document.
    case time(String)
    /// The name of the value that follows.
    case name
    /// The value of a shape property, and of a custom property.
    case shapeValue, customValue
    /// A group that contains only properties.
    case information
    /// A group without text, except for shapes and named values in it.
    case skipped
    /// A group without any text.
    case ignored
  }

  /// The destination that a control word starts; nil for other words.
  static func destination(_ word: String) -> Destination? {
    switch word {
    case "fonttbl": .fontTable
    case "stylesheet": .styleSheet
    case "footnote", "annotation": .note(word)
    case "header", "headerl", "headerr", "headerf": .note("header")
    case "footer", "footerl", "footerr", "footerf": .note("footer")
    case "title", "author", "operator", "company", "keywords", "subject", "doccomm", "manager", "category",
      "copyright":
      .property(word)
    case "creatim", "revtim": .time(word)
    case "info": .information
    case "shptxt", "dptxbxtext": .shape
    case "sn", "propname": .name
    case "sv": .shapeValue
    case "staticval": .customValue
    case "listtext", "pntext": .listMark
    case "fldinst": .instruction
    // The Unicode half of a pair, or the result of a field.
    case "ud", "fldrslt": .body
    default: skipped.contains(word) ? .skipped : nil
    }
  }

  private static let skipped: Set<String> = [
    "colortbl", "pict", "nonshppict", "objdata", "objclass", "objname", "themedata", "colorschememapping",
    "datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl",
    "generator",
    "xmlnstbl", "bkmkstart", "bkmkend", "upr", "printim", "buptim", "shpinst", "sp", "filetbl",
    "revtbl", "xe", "tc", "rxe", "private", "atnid", "atnauthor", "atnref", "atntime", "atndate", "atnicn",
    "atnparent", "atrfstart", "atrfend", "formfield", "datafield", "ftnsep", "ftnsepc", "ftncn", "aftnsep",
    "aftnsepc", "aftncn", "template", "hlinkbase", "wgrffmtfilter", "mmathPr", "panose", "falt", "fontemb",
    "pgdsctbl", "pn", "pnseclvl", "userprops", "docvar", "protusertbl", "linkval", "passwordhash", "blipuid",
    "nonesttables", "nesttableprops",
  ]

  /// The character that a control word represents.
  static func character(_ word: String) -> Unicode.Scalar? { characters[word] }

  private static let characters: [String: Unicode.Scalar] = [
    "tab": " ", "line": " ", "lbr": " ", "emspace": " ", "enspace": " ", "qmspace": " ", "emdash": "\u{2014}",
    "endash": "\u{2013}", "bullet": "\u{2022}", "lquote": "\u{2018}",
    "rquote": "\u{2019}", "ldblquote": "\u{201C}", "rdblquote": "\u{201D}", "zwj": "\u{200D}",
    "zwnj": "\u{200C}", "ltrmark": "\u{200E}", "rtlmark": "\u{200F}",
  ]

  /// The character that a symbol represents; nil for marks such as the optional hyphen.
  static func character(symbol: UInt8) -> Unicode.Scalar? {
    switch symbol {
    case UInt8(ascii: "~"): "\u{A0}"
    case UInt8(ascii: "_"): "\u{2011}"
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): Unicode.Scalar(symbol)
    case 0x09: " "
    default: nil
    }
  }

  /// Whether a control word ends a table cell; a bar separates it from the next.
  static func endsCell(_ word: String) -> Bool { word == "cell" || word == "nestcell" }

  /// Whether a control word ends a paragraph.
  static func endsParagraph(_ word: String) -> Bool {
    ["par", "page", "sect", "row", "nestrow", "column"].contains(word)
  }
}
