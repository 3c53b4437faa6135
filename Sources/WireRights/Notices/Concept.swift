/// What a phrase of a lexicon means; the engine knows these and no words.
enum Concept: Sendable, Hashable {
  case action(Action)
  case effect(EffectWord)
  case condition(ConditionWord)
  case duty(Duty.Kind)
  case constraint(Constraint)
  case territory(String)
  case target(String)
  case holder(HolderWord)
  /// What a name in the genitive stands before, with the ending that the name takes: “Harbours eiendom”; the key
  /// `bare` stands for none, as in “未经海鸥报社授权”.
  case genitive(String)
  /// What a name follows that has a small word written together with it: “ملك لوكالة المنارة”.
  case dative(String)
  case licence(LicenceWord)
  case advisory(AdvisoryWord)
  case discourse(DiscourseWord)
  case time(TimeWord)

  /// Words that decide what happens to an action.
  enum EffectWord: UInt8, ConceptWord {
    /// Prohibits what stands before it, or else after it: “is prohibited”.
    case prohibit
    /// Prohibits what follows: “may not be”, “do not”.
    case prohibitNext
    /// Prohibits what follows as the sentence before does: “prohibited uses include”.
    case prohibitAlso
    /// Permits what stands before it, or else after it: “is permitted”.
    case permit
    /// Permits what follows: “may be”, “you can”.
    case permitNext
    /// Prohibits the nouns that follow: “no”, “not for”.
    case no
    /// Turns a permit that follows or goes before into a prohibition.
    case not
    /// A negation that forbids what the verb right after it says, where it starts a line: “nicht”, “non”.
    case order
    /// Binds a permit to what is named: “only”.
    case only
    /// A place, person or medium is shut out: “OUT”.
    case out
    /// A right that is kept: “reserved”.
    case reserve
    /// Free of charge; alone it permits.
    case free
    /// Rights that are granted for what is named: “full editorial rights”.
    case grant
    /// Rights that have to be asked for: “restricted editorial rights”.
    case restrictedGrant
    /// As `out`, in lines that name nothing but what is shut out: “gesperrt”, “Out”.
    case shutOut
  }

  /// Words for what lifts a prohibition.
  enum ConditionWord: UInt8, ConceptWord {
    /// Lack or exception, before what would lift the prohibition: “without”, “except with”.
    case without
    /// Exception before what lifts the prohibition: “except with”, “unless”.
    case unless
    /// Something that must be there: “with”, “subject to”.
    case with
    case permission, written, agreement
    /// Without permission, as an adjective: “unauthorised”.
    case unauthorised
    /// Without licence, as an adjective: “unlicensed”.
    case unlicensed
    /// The permission must be had: “is required”.
    case required
    /// What goes beyond the limit that was just named: “any further use”, “anything longer”.
    case further
    /// Outside of what is permitted elsewhere: “except as permitted herein”.
    case beyond
    /// Somebody is to be asked first: “please contact”.
    case ask
    /// Who wants to do what follows: “if you would like to”, “anyone wishing to”.
    case wish
    /// What follows is another rule: “but”.
    case but
    /// What is asked for is welcome but not required: “is requested”.
    case request
    /// What follows holds only if: “provided that”, “if”.
    case provided
    /// An exception that carries a territory or purpose: “except”, “outside”.
    case except
    /// Precedes mere examples: “including”.
    case including
    /// An exception clause that grants something: “apart from any fair dealing for”.
    case exemption
    /// An exception for whatever is marked elsewhere: “unless otherwise noted”.
    case otherwise
  }

  /// Words around the name of a right holder.
  enum HolderWord: UInt8, ConceptWord {
    /// The copyright sign or word, before or after a name.
    case mark
    /// Precedes the owner: “property of”.
    case owner
    /// Precedes a body whose permission counts: “of”, “from”.
    case from
    /// What a name stands before: “content”.
    case matter
    /// What a name stands before where it is no common word: “UNI copy”, but not “Wire copy”.
    case works
    /// Ends a name: “distributed by”.
    case stop
    /// A holder in general terms that is no name: “the publisher”.
    case generic
    /// A legal form, which continues a name after a comma.
    case suffix
    /// A legal form that is no abbreviation, so that a full stop after it ends the sentence: “GmbH”.
    case dotless
    /// “with permission of”, in a line that passes on a text.
    case reprinted
    /// The formula “all rights reserved”.
    case formula
    /// The first words of the formula, which may name rights before its last: “alle Rechte, auch die der …”.
    case formulaStart
    /// Some, not all, rights reserved.
    case someRights
    /// A sentence that claims copyright without a rule: “is protected by copyright”.
    case claim
    /// A small word that may stand inside a name: “of”, “and”.
    case link
    /// A small word that joins equals: “and”.
    case joint
    /// A small word that may start a name: “the”.
    case article
    /// An article that starts no name, even where it has the capital of a sentence's start: “der”.
    case plain
    /// What a name may start with that alone names nobody, in scripts without capitals: “وكالة”, “خبرگزاری”.
    case kind
    /// A syllable that is written right after a word and starts what comes next: “は”, “은”.
    case particle
    /// A name that is written without capitals.
    case name
    /// A word before “content” that is no name: “other”, “all”.
    case determiner
    /// Precedes a name in the copyright line and belongs to none: “by”.
    case by
    /// An abbreviation that a person's name follows: “Dr”.
    case honorific
    /// Labels a credit, which is a duty beside restrictions: “Credit: Jo Bell”.
    case creditLabel
    /// Leads from what is owned to the owner's name before the copyright word: “are Crown copyright”.
    case copula
    /// A reference, which is a link where an address follows and a credit where a name does: “со ссылкой на”.
    case reference
  }

  /// Words that name a public licence.
  enum LicenceWord: Sendable, Hashable {
    case creativeCommons, by, nc, nd, sa, zero
    /// The word licence, which makes a name of what is near it.
    case licence
    /// What puts a text under a licence: “licensed under”.
    case under
    /// A licence that is known by its name, with its identifier.
    case named(String)
  }

  /// Words of advisories.
  enum AdvisoryWord: UInt8, ConceptWord {
    case kill, hold, embargo, release, correction, update, notice
    case `internal`
    /// The mandatory credit.
    case mandatoryCredit
    /// What ends an embargo: “lifted”.
    case lift
    /// The word before a list of restrictions.
    case restriction
    /// “until”, “not before”.
    case until
    /// An event that lifts an embargo.
    case event
    /// The time that was just named: “before then”.
    case then
    /// What makes an embargo of the time right after it: “for release”.
    case due
    /// What tells of an error, which asks for a correction where an item is named: “erroneously reported”.
    case erratum
    /// A small word after which a verb orders nothing: “to”, in “senator to hold hearing”.
    case infinitive
  }

  /// Words that tell prose from a notice.
  enum DiscourseWord: UInt8, ConceptWord {
    /// Someone reports, rules or says.
    case reports
    /// The sentence is about trade marks.
    case trademark
    /// The sentence is about readers' contributions.
    case comment
    /// The matter that notices are about: “this material”.
    case matter
    /// The sentence tells where a text came from.
    case provenance
    /// The sentence declines liability.
    case disclaimer
    /// The sentence is not what its words seem to say.
    case lookalike
    /// A word of stories that notices seldom have: “he”, “was”.
    case narrative
    /// Words that mean nothing here, whatever their parts mean elsewhere: “copyright act”.
    case inert
    /// A word in which terms are written, whatever they say: “herein”, “licensee”.
    case terms
    /// The policies of a site, which rule over readers: “privacy policy”.
    case policy
    /// Where terms are to be had, or who may be asked for them: “for reprint rights”.
    case pointer
    /// The holder speaks: “our”, “we”.
    case speaker
    /// Who has the copy and is spoken to: “you”.
    case addressee
    /// What is spoken of is any of its kind, not the copy at hand: “a”.
    case indefinite
    /// What is so in general, or what a word means: “generally”, “by law”, “refers to”.
    case general
    /// Who may be bound by terms: “members”, “the client”.
    case party
    /// What stands for a thing that was named before: “it”.
    case anaphor
    /// What asks to withdraw an item where one is named, whatever it says of other things: “remove”, “ignore”.
    case withdrawal
    /// What orders to editors are about, or whom they are for: “front pages”, “regionals”.
    case trade
    /// Papers that come out at a time: “papers”, “Freitagausgaben”.
    case edition
    /// What makes an embargo of the papers of a day right after it: “for”, in “for Monday papers”.
    case editionLead

    /// Whether a sentence with it may still be a notice.
    var isNeutral: Bool {
      switch self {
      case .matter, .inert, .narrative, .terms, .pointer, .policy, .speaker, .addressee, .indefinite,
        .general, .party, .anaphor, .withdrawal, .trade,
        .edition, .editionLead:
        true
      case .reports, .trademark, .comment, .provenance, .disclaimer, .lookalike: false
      }
    }
  }

  /// Words of dates and times.
  enum TimeWord: Sendable, Hashable {
    case month(Int), weekday(Weekday), am, pm, noon, midnight
    /// A month of the solar Hijri calendar: “دی”.
    case solarMonth(Int)
    /// What makes a day end where it would begin: “inclusive”, “through”, “end of day”.
    case inclusive
    /// Says whose clocks are meant, by a name beside it or none: “time”, “heure de”, “local time”; see `ZoneNames`.
    case localTime
    /// The day that was named last: “同日”.
    case sameDay
    /// The beginning of a day, as that of a morning paper: “朝刊”.
    case dayStart
    /// An hour word or sign between hours and minutes.
    case hour
    case zone(String)
    /// The zone of the one country that speaks the language, for clock times beside which none is named: “時”.
    case homeZone(String)
    case day, minute, second, hourUnit, week, monthUnit, year
    case words, characters, sentences
    /// A part of a text that a link has to stand in: “the second paragraph”.
    case paragraph
    /// “issue”, “transmission”, “receipt”: what a period counts from.
    case base(String)
    case after, within, upTo, moreThan, once
    /// What counts uses: “times”, “twice”.
    case times
    /// What a period follows at once: “for”, in “for 30 days”.
    case lasting
    /// What the beginning of a period or a text is named by: “the first”, in “for the first 90 days”.
    case initial
    case systematic
    /// A number as a word.
    case number(Int)
    /// A count of years with the year before its first: “令和”, 2018.
    case era(Int)
  }
}
