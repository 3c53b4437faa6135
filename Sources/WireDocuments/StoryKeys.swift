import WireTrees

/// The keys of records of one story, for all formats whose keys people choose: front matter, CSV, JSON, page data.
///
/// Names are in the normal form of `normal`. A reader adds only the names that its format alone has; what keys say about
/// rights is in `RightsKeys`.
enum StoryKeys {
  /// A name in a normal form, without differences in spelling style.
  static func normal(_ key: String) -> String {
    let name =
      key.isLowercaseWord ? key : key.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
    return name.hasPrefix("field") && name.count > 5 ? String(name.dropFirst(5)) : name
  }

  /// A name in normal form without what it is a name of, if the rest is one that is known: `post_title`, `web_subtitle`.
  static func name(of key: String) -> String {
    let name = normal(key)
    guard let whole = ["post", "article", "story", "news", "web"].first(where: name.hasPrefix) else {
      return name
    }
    let rest = String(name.dropFirst(whole.count))
    let isKnown =
      bodies.contains(rest) || headlines.contains(rest) || statuses.contains(rest) || times[rest] != nil
      || fields[rest] != nil || RightsKeys.kinds[rest] != nil
    return isKnown ? rest : name
  }

  /// The headline.
  static let headlines: Set<String> = [
    "title", "headline", "heading", "htmltitle", "pagetitle", "maintitle", "titel", "titre", "titulo",
    "título",
    "titular", "titolo", "tittel", "overskrift", "otsikko", "tytuł", "tytul", "nadpis", "titulek", "naslov",
    "titlu", "başlık", "baslik", "заголовок", "заглавие", "τίτλος", "überschrift", "ueberschrift",
    "schlagzeile",
  ]
  /// The language of the text.
  static let languages: Set<String> = ["language", "lang", "locale", "langcode"]
  /// The status; a state may also be one of a country.
  static let statuses: Set<String> = [
    "status", "state", "currentstate", "moderationstate", "workflowstate", "statut", "статус",
  ]
  /// The identifier.
  static let identifiers: Set<String> = ["id", "guid", "uid", "uuid", "nid", "postid"]
  /// The text.
  static let bodies: Set<String> = [
    "body", "content", "text", "article", "articlebody", "bodytext", "maincontent", "fulltext", "richtext",
    "story", "blocks", "contentblocks", "sections", "introtext", "postbody", "bodyhtml", "contenthtml",
    "html", "plaincontent", "fliesstext", "fließtext", "haupttext", "inhalt", "artikeltext", "corps",
    "contenu",
    "texte", "cuerpo", "contenido", "texto", "corpo", "conteudo", "conteúdo", "testo", "contenuto", "inhoud",
    "tekst",
    "brödtext", "brodtext", "brødtekst", "broedtekst", "leipäteksti", "leipateksti", "teksti", "treść",
    "tresc",
    "szöveg", "szoveg", "tartalom", "sadržaj", "sadrzaj", "metin", "içerik", "icerik", "текст", "содержание",
    "съдържание", "κείμενο",
  ]

  /// Objects and lists of pairs in which sites keep fields of their own.
  static let records: Set<String> = [
    "meta", "metadata", "postmeta", "params", "extra", "extras", "customfields", "metafields", "properties",
    "attributes", "additionalproperties",
  ]

  /// Whether an object under a key only groups fields of the story around it.
  static func isGroup(_ key: String) -> Bool {
    ["fields", "frontmatter"].contains(key.lowercased()) || records.contains(normal(key))
  }

  /// The named fields of a story: who wrote it, where it is from, and what stands above and beside its text.
  static let fields: [String: Field.Name] = [
    "author": .author, "authors": .author, "authorname": .author, "writer": .author, "writers": .author,
    "creator": .author, "contributor": .author, "contributors": .author, "reporter": .author,
    "reporters": .author, "journalist": .author,
    "autor": .author, "autorin": .author, "autoren": .author, "auteur": .author, "auteurs": .author,
    "autores": .author, "autora": .author, "autore": .author, "autori": .author, "verfasser": .author,
    "forfatter": .author, "författare": .author, "kirjoittaja": .author, "szerző": .author, "yazar": .author,
    "автор": .author,
    "byline": .byline, "bylines": .byline, "by": .byline, "createdbyalias": .byline,
    "credit": .credit, "credits": .credit, "creditline": .credit, "credittext": .credit,
    "attribution": .credit,
    "source": .source, "sourcename": .source, "newssource": .source, "wiresource": .source,
    "agency": .provider, "newsagency": .provider, "wireservice": .provider, "provider": .provider,
    "publisher": .provider,
    "dateline": .dateline, "placeline": .dateline, "slug": .slug, "slugline": .slug,
    "kicker": .title, "overline": .title, "eyebrow": .title, "pretitle": .title, "supertitle": .title,
    "dachzeile": .title, "surtitre": .title, "antetitulo": .title, "occhiello": .title,
    "subtitle": .subhead, "subhead": .subhead, "subheads": .subhead, "subheadline": .subhead,
    "subheadlines": .subhead, "subheading": .subhead, "deck": .subhead, "dek": .subhead, "deks": .subhead,
    "standfirst": .subhead, "strapline": .subhead, "untertitel": .subhead, "soustitre": .subhead,
    "subtitulo": .subhead, "sottotitolo": .subhead, "undertitel": .subhead, "underrubrik": .subhead,
    "description": .summary, "shortdescription": .summary, "excerpt": .summary, "summary": .summary,
    "snippet": .summary, "synopsis": .summary, "teaser": .summary, "teasertext": .summary, "lead": .summary,
    "lede": .summary, "leadtext": .summary, "leadparagraph": .summary, "intro": .summary,
    "introduction": .summary, "abstract": .summary, "blurb": .summary, "preamble": .summary,
    "ingress": .summary, "manchet": .summary, "chapeau": .summary, "chapo": .summary, "vorspann": .summary,
    "entradilla": .summary, "copete": .summary, "bajada": .summary, "sommario": .summary,
    "editorsnote": .editorsNote, "editornote": .editorsNote, "editorialnote": .editorsNote,
    "ednote": .editorsNote, "edsnote": .editorsNote, "notetoeditors": .editorsNote,
    "notestoeditors": .editorsNote, "instructions": .editorsNote, "specialinstructions": .editorsNote,
    "channel": .channel, "channels": .channel, "tags": .keyword, "keywords": .keyword,
    "territory": .territory, "territories": .territory, "region": .territory, "regions": .territory,
    "metadescription": .other,
  ]

  /// Addresses of the story, and of what it was taken from.
  static let urls: [String: Field.Name] = [
    "canonical": .canonical, "canonicalurl": .canonical, "permalink": .permalink, "url": .permalink,
    "weburl": .permalink, "path": .permalink, "sourceurl": .original, "originalurl": .original,
    "original": .original, "externalurl": .original, "originallink": .original, "sourcelink": .original,
    "isbasedon": .original,
  ]

  /// Times.
  static let times: [String: TimeField.Role] = [
    "date": .published, "pubdate": .published, "publishdate": .published, "published": .published,
    "publishedat": .published, "publisheddate": .published, "datepublished": .published,
    "datepublication": .published, "fechapublicacion": .published, "fechadepublicacion": .published,
    "datapublicacao": .published, "datapubblicazione": .published, "veröffentlichungsdatum": .published,
    "veroeffentlichungsdatum": .published, "erscheinungsdatum": .published, "publikationsdatum": .published,
    "publiceringsdatum": .published, "dataopublikowania": .published, "datapublikacji": .published,
    "firstpublishedat": .published, "firstpublicationdate": .published, "lastpublicationdate": .updated,
    "publishedon": .published, "publishup": .published, "publishdown": .expiry, "created": .created,
    "createdat": .created, "datecreated": .created,
    "lastmod": .updated, "updated": .updated, "updatedat": .updated, "modified": .updated,
    "lastmodified": .updated, "lastmodifiedat": .updated, "datemodified": .updated, "lastupdated": .updated,
    "updateddate": .updated,
    "expirydate": .expiry, "expires": .expiry, "expiry": .expiry, "unpublishdate": .expiry,
    "embargo": .embargo, "embargoed": .embargo, "embargodate": .embargo, "embargountil": .embargo,
    "embargoeduntil": .embargo,
  ]

  /// Whether members of an object are a headline and a text.
  static func areStory(_ members: [JSONValue.Member]) -> Bool {
    let names = members.lazy.filter { $0.value.mayHoldText }.map { name(of: $0.key) }
    return names.contains(where: headlines.contains) && names.contains(where: bodies.contains)
  }

  /// Whether a name in normal form is that of a field, an address or a time.
  static func isField(_ name: String) -> Bool {
    fields[name] != nil || urls[name] != nil || times[name] != nil
  }
}

extension String {
  /// Whether it consists of lowercase letters of ASCII, as most keys do, which need no other form.
  var isLowercaseWord: Bool { !isEmpty && utf8.allSatisfy { (0x61...0x7A).contains($0) } }
}

extension JSONValue {
  /// Whether it is a string, an object or a list.
  var mayHoldText: Bool {
    switch content {
    case .string, .object, .array: true
    case .number, .bool, .null: false
    }
  }
}
