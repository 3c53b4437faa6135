import Policies
import Testing
import WireMatching
import WireText
import WireYAML

@testable import Wirecheck

/// Matching in the languages that the language data is for, and in scripts that part no words.
struct LanguageTests {
  /// A story of an agency, the same edited by somebody else, and reporting of one's own, all invented.
  struct Sample: CustomTestStringConvertible, Sendable {
    var language: String
    var wire: String
    var edited: String
    var own: String
    var testDescription: String { language }
  }

  private static let samples = [
    Sample(
      language: "en",
      wire: """
        Divers raised the bronze bell of the ferry Halcyon from the mud of Tarrow Sound on Thursday, ninety years after \
        the vessel sank with a cargo of marble and church organs.
        """,
      edited: """
        On Thursday divers lifted the bronze bells of the ferry Halcyon from the mud of Tarrow Sound, ninety years after \
        she sank with her cargo of marble and church organ pipes.
        """,
      own: "The bakery on Mill Lane sells out before eight, and nobody in the queue would have it otherwise."),
    Sample(
      language: "de",
      wire: """
        Taucher haben am Donnerstag die Bronzeglocke der Fähre Halkyon aus dem Schlamm des Tarrower Sunds gehoben, neunzig \
        Jahre nachdem das Schiff mit einer Ladung Marmor und Kirchenorgeln gesunken war.
        """,
      edited: """
        Die Bronzeglocke der Fähre Halkyon haben Taucher aus dem Schlamm des Tarrower Sunds geborgen, neunzig Jahre nachdem \
        das Schiff mit seiner Ladung aus Marmor und Kirchenorgeln gesunken war.
        """,
      own: "Vor der Bäckerei in der Mühlgasse stehen sie schon um sieben Uhr an, und keiner beschwert sich."),
    Sample(
      language: "fr",
      wire: """
        Des plongeurs ont remonté jeudi la cloche de bronze du bac Halcyon de la vase du détroit de Tarrow, quatre-vingt-dix \
        ans après le naufrage du navire chargé de marbre et d'orgues d'église.
        """,
      edited: """
        La cloche de bronze du bac Halcyon a été remontée jeudi de la vase du détroit de Tarrow par des plongeurs, \
        quatre-vingt-dix ans après le naufrage du navire chargé de marbre et d'orgues.
        """,
      own:
        "Devant la boulangerie de la rue du Moulin, on fait la queue dès sept heures sans jamais se plaindre."
    ),
    Sample(
      language: "es",
      wire: """
        Unos buzos sacaron el jueves la campana de bronce del transbordador Halcyon del lodo del estrecho de Tarrow, noventa \
        años después de que el buque se hundiera con un cargamento de mármol y órganos de iglesia.
        """,
      edited: """
        La campana de bronce del transbordador Halcyon salió el jueves del lodo del estrecho de Tarrow gracias a unos buzos, \
        noventa años después de que el barco se hundiera con un cargamento de mármol y órganos.
        """,
      own: "La panadería de la calle del Molino agota el pan antes de las ocho y nadie en la cola protesta."),
    Sample(
      language: "pt",
      wire: """
        Mergulhadores retiraram na quinta-feira o sino de bronze da balsa Halcyon do lodo do estreito de Tarrow, noventa anos \
        depois de o navio afundar com uma carga de mármore e órgãos de igreja.
        """,
      edited: """
        O sino de bronze da balsa Halcyon foi retirado na quinta-feira do lodo do estreito de Tarrow, noventa anos depois de \
        a embarcação afundar com uma carga de mármore e órgãos de igreja.
        """, own: "A padaria da rua do Moinho vende tudo antes das oito, e ninguém na fila reclama da espera."
    ),
    Sample(
      language: "it",
      wire: """
        Giovedì i sommozzatori hanno recuperato la campana di bronzo del traghetto Halcyon dal fango dello stretto di Tarrow, \
        novant'anni dopo che la nave era affondata con un carico di marmo e organi da chiesa.
        """,
      edited: """
        La campana di bronzo del traghetto Halcyon è stata recuperata dal fango dello stretto di Tarrow dai sommozzatori, \
        novant'anni dopo che la nave affondò con un carico di marmo e organi da chiesa.
        """, own: "Il forno di via del Mulino finisce il pane prima delle otto, e nessuno in coda si lamenta."
    ),
    Sample(
      language: "nl",
      wire: """
        Duikers hebben donderdag de bronzen bel van de veerboot Halcyon uit de modder van de Tarrowse Sont gehesen, negentig \
        jaar nadat het schip met een lading marmer en kerkorgels was gezonken.
        """,
      edited: """
        De bronzen bel van de veerboot Halcyon is donderdag door duikers uit de modder van de Tarrowse Sont getakeld, \
        negentig jaar nadat het schip met zijn lading marmer en kerkorgels zonk.
        """, own: "Bij de bakker in de Molenstraat staat al om zeven uur een rij, en niemand klaagt daarover."
    ),
    Sample(
      language: "pl",
      wire: """
        Nurkowie wydobyli w czwartek brązowy dzwon promu Halcyon z mułu cieśniny Tarrow, dziewięćdziesiąt lat po zatonięciu \
        statku z ładunkiem marmuru i kościelnych organów.
        """,
      edited: """
        Brązowy dzwon promu Halcyon wydobyli nurkowie z mułu cieśniny Tarrow, dziewięćdziesiąt lat po zatonięciu jednostki \
        z ładunkiem marmuru i kościelnych organów.
        """, own: "Piekarnia przy ulicy Młyńskiej wyprzedaje chleb przed ósmą, a w kolejce nikt nie narzeka."),
    Sample(
      language: "ru",
      wire: """
        Водолазы подняли в четверг бронзовый колокол парома «Альциона» из ила Тарроуского пролива, спустя девяносто лет после \
        гибели судна с грузом мрамора и церковных органов.
        """,
      edited: """
        Бронзовый колокол парома «Альциона» подняли водолазы из ила Тарроуского пролива, спустя девяносто лет после гибели \
        корабля с грузом мрамора и церковных органов.
        """, own: "Булочная на Мельничной улице распродаёт хлеб до восьми утра, и никто в очереди не ворчит."),
    Sample(
      language: "zh",
      wire: "潜水员周四从塔罗海峡的淤泥中打捞起翠鸟号渡轮的青铜钟，这艘满载大理石和教堂管风琴的船只九十年前在风暴中沉没。",
      edited: "周四，潜水员从塔罗海峡的淤泥里捞起翠鸟号渡轮的青铜钟，这艘满载大理石和教堂管风琴的轮船九十年前在风暴中沉没。",
      own: "磨坊巷的面包店不到八点就卖光了，排队的人却没有一句怨言。"),
    Sample(
      language: "ja",
      wire: "潜水士らは木曜日、タロー海峡の泥の中から連絡船ハルシオン号の青銅の鐘を引き揚げた。船は大理石と教会のオルガンを積んで九十年前に沈没した。",
      edited: "木曜日、潜水士がタロー海峡の泥の中から連絡船ハルシオン号の青銅の鐘を引き揚げた。大理石と教会のオルガンを積んで船は九十年前に沈没した。",
      own: "水車通りのパン屋は八時前に売り切れるが、並ぶ人たちは誰も文句を言わない。"),
  ]

  private let matcher: Matcher

  init() throws {
    let items = Self.samples.map { IndexItem(id: $0.language, text: Array($0.wire.utf8)) }
    let vocabulary = try Scene.vocabulary.get()
    matcher = try Matcher(index: WireIndex(items: items, vocabulary: vocabulary), vocabulary: vocabulary)
  }

  @Test("an edited sentence is found within other text, and the other text is nobody's", arguments: samples)
  func edited(_ sample: Sample) throws {
    let draft = "\(sample.own) \(sample.edited) \(sample.own)"
    let matches = try matcher.matches(of: Array(draft.utf8))
    #expect(matches.map(\.source) == [sample.language])
    for passage in matches.flatMap(\.passages) {
      let lower = sample.own.utf8.count + 1
      let inside = passage.draft.indices.clamped(to: lower..<lower + sample.edited.utf8.count)
      #expect(inside.count * 5 >= passage.draft.count * 4)
    }
    #expect(try matcher.matches(of: Array(sample.own.utf8)).isEmpty)
  }

  @Test("the words of grammar of each language are read as such in any case")
  func functionWords() throws {
    let tokenizer = Tokenizer(try Scene.vocabulary.get())
    let files = PolicyFile.all(in: "Matching")
    let languages = ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru"]
    #expect(Set(files.map(\.path)).isSuperset(of: languages.map { "Matching/\($0).yaml" }))
    for file in files {
      var reader = try YAMLReader(YAMLValue(parsing: file.text, name: file.path), file: file.path)
      let words = try reader.required("function-words").texts()
      #expect(words.count >= 20 && Set(words).count == words.count)
      for word in words {
        let read = tokenizer.words(in: Array(word.uppercased().utf8))
        #expect(!read.isEmpty && read.allSatisfy { !$0.isContent }, "\(word)")
      }
    }
  }

  @Test(
    "forms of one word have one stem in a text of their language",
    arguments: [
      ("en", "bells", "bell"), ("en", "ferries'", "ferries"), ("en", "glass", "glass"),
      ("de", "Kirchenorgeln", "Kirchenorgel"), ("de", "Länder", "Ländern"), ("fr", "arrêtées", "arrêté"),
      ("fr", "hôpitaux", "hôpital"), ("es", "detenidos", "detenida"), ("es", "estaciones", "estación"),
      ("pt", "decisões", "decisão"), ("pt", "nacionais", "nacional"), ("it", "arrestate", "arrestò"),
      ("it", "banche", "banca"), ("nl", "mogelijkheden", "mogelijkheid"), ("nl", "Nederlandse", "Nederlands"),
      ("pl", "premierowi", "premiera"), ("pl", "aresztowano", "aresztowała"), ("ru", "Сомовым", "Сомова"),
      ("ru", "задержали", "задержала"),
    ])
  func stems(_ language: String, _ form: String, _ other: String) throws {
    let sample = try #require(Self.samples.first { $0.language == language })
    let words = Tokenizer(try Scene.vocabulary.get())
      .words(in: Array("\(sample.wire) \(sample.own) \(form) \(other)".utf8)).suffix(2)
    #expect(words.count == 2 && words.first?.stem == words.last?.stem)
    #expect((words.first?.hash == words.last?.hash) == (form == other || form == "ferries'"))
  }

  @Test("each language has synonyms, and each of their words stands in one group only")
  func synonyms() throws {
    let vocabulary = try Scene.vocabulary.get()
    let (tokenizer, synonyms) = (Tokenizer(vocabulary), Synonyms(vocabulary))
    for (number, language) in vocabulary.languages.enumerated() {
      let sample = try #require(Self.samples.first { $0.language == language.name })
      #expect(language.synonyms.count >= (language.name == "en" ? 250 : 120), "\(language.name)")
      var seen: Set<UInt64> = []
      for group in language.synonyms {
        let concepts = Set(
          group.map { synonym in
            var words: [Word] = []
            let text = "\(sample.wire) \(sample.own) qzx"
            let before = tokenizer.words(in: Array(text.utf8)).count { $0.isContent }
            let told = tokenizer.append(wordsOf: Array("\(text) \(synonym)".utf8), to: &words)
            #expect(told == number)
            let stems = words.filter(\.isContent).map(\.stem)
            #expect(stems.count > before, "\(synonym) is a word of grammar")
            return synonyms.concepts(of: stems, language: told).dropFirst(before).first
          })
        #expect(group.count >= 2 && concepts.count == 1, "\(group)")
        for concept in concepts { #expect(seen.insert(concept ?? 0).inserted, "\(group)") }
      }
    }
  }

  @Test("a draft written anew is found by what its names and figures stand for, not by how they are written")
  func factsInSynonyms() throws {
    let source = """
      The German minister Klaus Redwick met Imani Sorrel of Russia in Ostrava Bay on January 14, where 2,350 workers from \
      Poland and Spain had waited eleven days at Tarn Street. The cash is gone, said Aubrey Finch of Marlow Sound.
      """
    let draft = """
      Nobody in Tarn Street believed it at first, but Imani Sorrel, a Russian, really came one cold Jan afternoon, to \
      Ostrava Bay. Redwick had flown in from Germany for her. Those Polish and Spanish hands, 2,350 in all, had been \
      standing around for 11 days. Nothing is left in the till, as Aubrey Finch of Marlow Sound readily admits.
      """
    // It is found neither by chains nor sentence by sentence.
    var settings = MatchSettings.standard
    (settings.bar, settings.quickShare, settings.retoldSources) = (1_000, 0.016, 0)
    let vocabulary = try Scene.vocabulary.get()
    let items = Self.samples.map { IndexItem(id: $0.language, text: Array($0.wire.utf8)) }
    let index = try WireIndex(
      items: items + [IndexItem(id: "source", text: Array(source.utf8))], vocabulary: vocabulary)
    func found(_ vocabulary: Vocabulary) throws -> [Match] {
      try Matcher(index: index, vocabulary: vocabulary, settings: settings).matches(of: Array(draft.utf8))
    }
    let match = try #require(try found(vocabulary).first)
    #expect(
      match.source == "source" && match.passages.first?.facts?.shared == match.passages.first?.facts?.all)
    // The same index can be searched with other synonyms.
    let plain = vocabulary.languages.map { language in
      var language = language
      language.synonyms = []
      return language
    }
    #expect(try found(Vocabulary(plain)).isEmpty)
  }
}
