import Foundation
import Testing
import WireText
import WireYAML

@testable import WireRights

/// The files of agencies as a whole: enough of them, no name in two hands, every home covered.
@Suite struct AgencyFileTests {
  /// Read once for all tests.
  private static let loaded = ProgramPolicies.agencies

  private static func directory() throws -> AgencyDirectory { try loaded.get() }

  private static func agencies() throws -> [Agency] { try directory().agencies }

  /// The README says how many there are.
  @Test func thereAreAsManyAsIsSaid() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("README.md").path
    let readme = try String(contentsOfFile: path, encoding: .utf8)
    let said = try #require(readme.firstMatch(of: #/Over ([0-9]+) agencies/#).flatMap { Int($0.output.1) })
    #expect(try Self.agencies().count > said)
  }

  @Test func everyZoneExists() throws {
    for agency in try Self.agencies() {
      #expect(TimeZone(identifier: agency.timeZone) != nil, "\(agency.id): \(agency.timeZone)")
    }
  }

  /// A case of every kind: a name, a name that only looks like one, a notice.
  @Test func everyFileShowsWhatBelongsToItAndWhatDoesNot() throws {
    for agency in try Self.agencies() {
      let own = agency.cases.filter { $0.agency == agency.id }
      let isNamed = own.contains { if case .name = $0.subject { true } else { false } }
      let isNoticed = own.contains { if case .notice = $0.subject { true } else { false } }
      #expect(isNamed, "\(agency.id) shows no name")
      #expect(isNoticed, "\(agency.id) shows no notice")
      #expect(agency.cases.contains { $0.agency != agency.id }, "\(agency.id) shows no name of another")
    }
  }

  @Test func everyNameLeadsToItsAgency() throws {
    let directory = try Self.directory()
    for agency in directory.agencies {
      for name in [agency.name] + agency.aliases + agency.initials {
        #expect(directory.agency(named: name)?.id == agency.id, "\(agency.id): \(name)")
      }
    }
  }

  /// Apart from initials, which are too often something else, a name is read whole after the sign.
  @Test func everyNameIsReadInANotice() throws {
    let policies = try ProgramPolicies.all.get()
    let parser = NoticeParser(policies)
    for agency in policies.agencies.agencies {
      for name in [agency.name] + agency.aliases {
        let holder = parser.parse("© 2023 \(name)").holder
        #expect(
          holder?.agency == agency.id, "\(agency.id): \(name) is read as \(holder?.asWritten ?? "nothing")")
      }
    }
  }

  /// Terms name the page and the day, are those of their agency, and leave nothing unread.
  @Test func defaultTermsComeFromAPage() throws {
    let parser = NoticeParser(try ProgramPolicies.all.get())
    let agencies = try Self.agencies().filter { $0.terms != nil }
    #expect(!agencies.isEmpty)
    for agency in agencies {
      let terms = try #require(agency.terms)
      #expect(URL(string: terms.address)?.host != nil, "\(agency.id)")
      let found = terms.statement(parser)
      #expect(found.scope == .site && found.source == terms.address)
      #expect(found.statement.holder?.agency == agency.id, "\(agency.id)")
      #expect(!found.statement.clauses.isEmpty && found.statement.residue.isEmpty, "\(agency.id)")
      // Who gives copy away has guidelines, which a newsroom switches on; a page alone never allows.
      #expect(found.statement.clauses.allSatisfy { $0.effect == .prohibit }, "\(agency.id)")
    }
  }

  @Test func readsTermsOfAConfiguration() throws {
    let yaml =
      "{id: gull, name: Gull, timezone: Europe/London, terms: {text: © Gull, url: gull.example, read: 2026-11-25}}"
    let value = try YAMLValue(parsing: yaml, name: "wirecheck.yaml")
    let agency = try Agency(reading: YAMLField(name: "agencies", value: value, file: "wirecheck.yaml"))
    #expect(agency.terms?.address == "gull.example" && agency.terms?.read.description == "2026-11-25")
  }

  /// A mark or a credit that two agencies claim would go to whichever file comes first.
  @Test func noMarkAndNoCreditHasTwoOwners() throws {
    let directory = try Self.directory()
    for agency in directory.agencies {
      for words in agency.datelines + agency.credits where !agency.initials.contains(words) {
        let bytes = Array(words.utf8)
        let marks = directory.agencyMarks(in: bytes, range: TextRange(0, bytes.count))
        #expect(marks.first?.agency.id == agency.id, "\(agency.id): \(words)")
      }
    }
  }

  @Test func initialsCountOnlyAsTheyAreWritten() throws {
    let agency = Agency(id: "kestrel", name: "Kestrel Press", initials: ["NEST"], timeZone: "Europe/London")
    let directory = try AgencyDirectory(adding: [agency])
    #expect(directory.agency(named: "NEST")?.id == "kestrel")
    #expect(directory.agency(named: "nest") == nil)
    let bytes = Array("The NEST is empty.".utf8)
    #expect(directory.agencyMarks(in: bytes, range: TextRange(0, bytes.count)).isEmpty)
  }

  @Test(arguments: [["NEST"], ["Kestrel Press"]])
  func initialsHaveOneOwner(_ initials: [String]) throws {
    let first = Agency(id: "kestrel", name: "Kestrel Press", initials: ["NEST"], timeZone: "Europe/London")
    let second = Agency(id: "gull", name: "Gull", initials: initials, timeZone: "Europe/London")
    let fault = #expect(throws: YAMLFault.self) { try AgencyDirectory(adding: [first, second]) }
    #expect(fault?.message.contains("also a name of `kestrel`") ?? false)
  }

  @Test func creditsOfOthersLeaveOutOnesOwnAndInitials() throws {
    let agency = Agency(
      id: "kestrel", name: "Kestrel Press", initials: ["NEST"], credits: ["Kestrel Press", "NEST"],
      timeZone: "Europe/London")
    let directory = try AgencyDirectory(adding: [agency])
    let all = directory.credits(ofOthersThan: nil).map(\.text)
    #expect(all.contains("Kestrel Press"))
    #expect(!all.contains("NEST"))
    let others = directory.credits(ofOthersThan: "kestrel").map(\.text)
    #expect(!others.contains("Kestrel Press"))
    #expect(others.count == all.count - 1)
  }

  /// The agencies of each place under a name that its own people use; Ireland, Luxembourg and Malta have none.
  @Test(arguments: [
    ("AT", "Austria Presse Agentur"), ("BE", "Agence Belga"), ("BG", "Българска телеграфна агенция"),
    ("HR", "Hrvatska izvještajna novinska agencija"), ("CY", "Κυπριακό Πρακτορείο Ειδήσεων"),
    ("CZ", "Česká tisková kancelář"), ("DK", "Ritzaus Bureau"), ("EE", "Baltic News Service"),
    ("FI", "Suomen Tietotoimisto"), ("FR", "Agence France-Presse"), ("DE", "Deutsche Presse-Agentur"),
    ("GR", "Αθηναϊκό-Μακεδονικό Πρακτορείο Ειδήσεων"), ("HU", "Magyar Távirati Iroda"),
    ("IT", "Agenzia Nazionale Stampa Associata"), ("LV", "LETA"), ("LT", "ELTA"),
    ("NL", "Algemeen Nederlands Persbureau"), ("PL", "Polska Agencja Prasowa"), ("PT", "Agência Lusa"),
    ("RO", "Agenția Națională de Presă AGERPRES"), ("SK", "Tlačová agentúra Slovenskej republiky"),
    ("SI", "Slovenska tiskovna agencija"), ("ES", "Agencia EFE"), ("SE", "Tidningarnas Telegrambyrå"),
    ("GB", "The Press Association"), ("CH", "Schweizerische Depeschenagentur"), ("NO", "Norsk Telegrambyrå"),
    ("UA", "Укрінформ"), ("RU", "РИА Новости"), ("TR", "Anadolu Ajansı"), ("US", "Associated Press"),
    ("CA", "La Presse Canadienne"), ("MX", "Notimex"), ("BR", "Agência Brasil"), ("AR", "Télam"),
    ("PE", "Agencia Andina"), ("CU", "Prensa Latina"), ("CN", "新华社"), ("JP", "時事通信社"), ("KR", "뉴시스"),
    ("TW", "中央社"), ("IN", "प्रेस ट्रस्ट ऑफ इंडिया"), ("ID", "Kantor Berita Antara"), ("MY", "BERNAMA"),
    ("VN", "Thông tấn xã Việt Nam"), ("PH", "Philippine News Agency"), ("IR", "ایرنا"),
    ("AE", "وكالة أنباء الإمارات"), ("SA", "وكالة الأنباء السعودية"), ("QA", "وكالة الأنباء القطرية"),
    ("KW", "وكالة الأنباء الكويتية"), ("JO", "وكالة الأنباء الأردنية"), ("LB", "الوكالة الوطنية للإعلام"),
    ("SY", "سانا"), ("PK", "Associated Press of Pakistan"), ("BD", "বাসস"), ("NP", "रासस"),
    ("MA", "Maghreb Arabe Presse"), ("TN", "Tunis Afrique Presse"), ("DZ", "Algérie Presse Service"),
    ("SN", "Agence de Presse Sénégalaise"), ("EG", "وكالة أنباء الشرق الأوسط"),
    ("NG", "News Agency of Nigeria"), ("GH", "Ghana News Agency"), ("KE", "Kenya News Agency"),
    ("ZA", "South African Press Association"), ("AO", "Agência Angola Press"),
    ("ET", "Ethiopian News Agency"),
    ("AU", "Australian Associated Press"),
  ])
  func everyHomeIsCovered(_ home: String, _ name: String) throws {
    #expect(try Self.directory().agency(named: name) != nil, "\(home): \(name)")
  }

  /// Abbreviations that several agencies use, of which none is usually meant.
  @Test(arguments: ["CNA", "APS", "CNS", "ANA", "National News Agency"])
  func sharedAbbreviationsBelongToNobody(_ name: String) throws {
    #expect(try Self.directory().agency(named: name) == nil)
  }

  /// Datelines as they stand at the head of copy, with places and days around the mark.
  @Test(arguments: [
    ("Wien (APA) - Die Fähre liegt still.", "apa"), ("Praha 5. května (ČTK) - Řeka stoupá.", "ctk"),
    ("ZAGREB, 3. svibnja (Hina) - Trajekt stoji.", "hina"), ("Oslo (NTB): Ferjen står.", "ntb"),
    ("Bratislava 3. mája (TASR) – Rieka stúpa.", "tasr"), ("Lisboa, 03 mai (Lusa) – O rio subiu.", "lusa"),
    ("София, 3 май /БТА/ Реката се покачва.", "bta"), ("КИЇВ, 3 травня. /УКРІНФОРМ/. Річка.", "ukrinform"),
    ("МОСКВА, 3 мая — РИА Новости. Река поднялась.", "ria-novosti"),
    ("ANKARA (AA) - Nehir yükseldi.", "anadolu"),
    ("(서울=뉴스1) 강물이 불었다.", "news1"), ("[서울=뉴시스] 강물이 불었다.", "newsis"), ("【ワシントン時事】川が増水した。", "jiji"),
    ("【北京共同】川が増水した。", "kyodo"), ("（中央社記者王小明台北3日電）河水上漲。", "cna-taiwan"),
    ("中新社北京5月3日电 河水上涨。", "chinanews"), ("KUALA LUMPUR, May 3 (Bernama) -- The river rose.", "bernama"),
    ("New Delhi [India], May 3 (ANI): The river rose.", "ani"), ("नयी दिल्ली, तीन मई (भाषा) नदी चढ़ी।", "pti"),
    ("الكويت - 3 - 5 (كونا) -- ارتفع النهر", "kuna"), ("أبوظبي في 3 مايو / وام / ارتفع النهر", "wam"),
    ("الدوحة في 03 مايو /قنا/ ارتفع النهر", "qna"), ("دمشق-سانا ارتفع النهر", "sana"),
    ("تهران - ایرنا - رودخانه بالا آمد", "irna"),
    ("NEW YORK--(BUSINESS WIRE)--Harbour Ltd. grew.", "businesswire"),
    ("NEW YORK, May 3, 2024 /PRNewswire/ -- Harbour Ltd. grew.", "prnewswire"),
    ("Hamburg (ots) - Der Hafen wächst.", "ots"), ("Wien (OTS) - Der Hafen wächst.", "apa-ots"),
    ("Abuja, May 3, 2024 (NAN) The river rose.", "nan"), ("Accra, May 3, GNA – The river rose.", "gna"),
    ("ULAANBAATAR, May 3 /MONTSAME/. The river rose.", "montsame"),
    ("Hà Nội (TTXVN) - Nước sông dâng.", "vna"),
  ])
  func findsDatelines(_ text: String, _ id: String) throws {
    let bytes = Array(text.utf8)
    let marks = try Self.directory().agencyMarks(in: bytes, range: TextRange(0, bytes.count))
    #expect(marks.first { $0.form == .dateline }?.agency.id == id, "\(marks.map(\.agency.id))")
  }
}
