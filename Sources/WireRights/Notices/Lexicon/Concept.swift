/// The meaning of a phrase of a lexicon; the engine knows these meanings and no words.
enum Concept: Sendable, Hashable {
  case action(Action)
  case effect(EffectWord)
  case condition(ConditionWord)
  case duty(Duty.Kind)
  case constraint(Constraint)
  case territory(String)
  case target(String)
  case holder(HolderWord)
  /// A noun that a name in the genitive precedes, with the ending that the name takes: “Harbours eiendom”; the key
  /// `bare` means no ending, as in “未经海鸥报社授权”.
  case genitive(String)
  /// A word followed by a name with a small word attached to it: “ملك لوكالة المنارة”.
  case dative(String)
  case licence(LicenceWord)
  case advisory(AdvisoryWord)
  case discourse(DiscourseWord)
  case time(TimeWord)

  /// Words that determine the effect on an action.
  enum EffectWord: UInt8, ConceptWord {
    /// Prohibits what precedes it, or else what follows: “is prohibited”.
    case prohibit
    /// Prohibits what follows: “may not be”, “do not”.
    case prohibitNext
    /// Prohibits what follows like the sentence before does: “prohibited uses include”.
    case prohibitAlso
    /// Permits what precedes it, or else what follows: “is permitted”.
    case permit
    /// Permits what follows: “may be”, “you can”.
    case permitNext
    /// Prohibits the nouns that follow: “no”, “not for”.
    case no
    /// Turns a permit before or after it into a prohibition.
    case not
    /// A negation that, at the start of a line, prohibits the verb right after it: “nicht”, “non”.
    case order
    /// Restricts a permit to what is named: “only”.
    case only
    /// Excludes a place, person or medium: “OUT”.
    case out
    /// A right that is kept: “reserved”.
    case reserve
    /// Free of charge; alone it permits.
    case free
    /// Rights that are granted for what is named: “full editorial rights”.
    case grant
    /// Rights that require a request: “restricted editorial rights”.
    case restrictedGrant
    /// Like `out`, in lines that name only what is excluded: “gesperrt”, “Out”.
    case shutOut
  }

  /// Words for the conditions that lift a prohibition.
  enum ConditionWord: UInt8, ConceptWord {
    /// Lack or exception, before what would lift the prohibition: “without”, “except with”.
    case without
    /// Exception before what lifts the prohibition: “except with”, “unless”.
    case unless
    /// A requirement: “with”, “subject to”.
    case with
    case permission, written, agreement
    /// Without permission, as an adjective: “unauthorised”.
    case unauthorised
    /// Without licence, as an adjective: “unlicensed”.
    case unlicensed
    /// Says that the permission is needed: “is required”.
    case required
    /// Whatever exceeds the limit just named: “any further use”, “anything longer”.
    case further
    /// Beyond what is permitted elsewhere: “except as permitted herein”.
    case beyond
    /// Says who must be asked first: “please contact”.
    case ask
    /// Introduces those who want to do what follows: “if you would like to”, “anyone wishing to”.
    case wish
    /// Introduces another rule: “but”.
    case but
    /// Says that something is welcome but not required: “is requested”.
    case request
    /// Introduces a condition: “provided that”, “if”.
    case provided
    /// An exception with a territory or purpose: “except”, “outside”.
    case except
    /// Introduces examples: “including”.
    case including
    /// An exception clause that grants something: “apart from any fair dealing for”.
    case exemption
    /// An exception for anything marked elsewhere: “unless otherwise noted”.
    case otherwise
    /// Says of a permission, licence or right that it is no longer, not yet, or was never, given: “has been revoked”,
    /// “expired”, “we are considering”.
    case lapse
  }

  /// Words around the name of a right holder.
  enum HolderWord: UInt8, ConceptWord {
    /// The copyright sign or word, before or after a name.
    case mark
    /// Precedes the owner: “property of”.
    case owner
    /// Precedes the owner of rights or material named before it: “lie with”, in “all rights lie with”.
    case belongs
    /// A word for such rights: “the copyright”.
    case right
    /// Precedes a party whose permission is needed: “of”, “from”.
    case from
    /// A word preceded by a name: “content”.
    case matter
    /// A word preceded by a name that is not a common word: “UNI copy”, but not “Wire copy”.
    case works
    /// Ends a name: “distributed by”.
    case stop
    /// A general term for a holder, not a name: “the publisher”.
    case generic
    /// A legal form, which continues a name after a comma.
    case suffix
    /// A legal form that is not an abbreviation, so that a full stop after it ends the sentence: “GmbH”.
    case dotless
    /// “with permission of”, in a line about a reprinted text.
    case reprinted
    /// The formula “all rights reserved”.
    case formula
    /// The first words of the formula, if rights may be named before its last words: “alle Rechte, auch die der …”.
    case formulaStart
    /// Some, not all, rights reserved.
    case someRights
    /// A claim of copyright without a rule: “is protected by copyright”.
    case claim
    /// A small word that may be part of a name: “of”, “and”.
    case link
    /// A coordinating conjunction: “and”.
    case joint
    /// A small word that may start a name: “the”.
    case article
    /// An article that starts no name, even if the start of a sentence capitalises it: “der”.
    case plain
    /// A word that may start a name but alone names nobody, in scripts without capitals: “وكالة”, “خبرگزاری”.
    case kind
    /// A particle attached to a word, after which the next word starts: “は”, “은”.
    case particle
    /// A name written without capitals.
    case name
    /// A word before “content” that is not a name: “other”, “all”.
    case determiner
    /// Precedes a name in the copyright line without being part of it: “by”.
    case by
    /// An abbreviation followed by a person's name: “Dr”.
    case honorific
    /// The label of a credit, which is a duty if there are restrictions: “Credit: Jo Bell”.
    case creditLabel
    /// A reference: a link if an address follows, a credit if a name follows: “со ссылкой на”.
    case reference
  }

  /// Words about public licences.
  enum LicenceWord: Sendable, Hashable {
    case creativeCommons, by, nc, nd, sa, zero
    /// The word licence, which makes nearby words a licence's name.
    case licence
    /// Says that a text is under a licence: “licensed under”.
    case under
    /// The name of a known licence, with its identifier.
    case named(String)
  }

  /// Words of advisories.
  enum AdvisoryWord: UInt8, ConceptWord {
    case kill, hold, embargo, release, correction, update, notice
    case `internal`
    /// The mandatory credit.
    case mandatoryCredit
    /// The end of an embargo: “lifted”.
    case lift
    /// The word that introduces a list of restrictions.
    case restriction
    /// “until”, “not before”.
    case until
    /// An event that lifts an embargo.
    case event
    /// Refers to the time just named: “before then”.
    case then
    /// Makes the time right after it an embargo: “for release”.
    case due
    /// Reports an error, which requests a correction if an item is named: “erroneously reported”.
    case erratum
    /// A small word that makes the following verb no order: “to”, in “senator to hold hearing”.
    case infinitive
    /// Makes an order not to use an item a hold: “for now”.
    case meanwhile
  }

  /// Words that distinguish prose from a notice.
  enum DiscourseWord: UInt8, ConceptWord {
    /// Someone reports, rules or says.
    case reports
    /// The sentence is about trade marks.
    case trademark
    /// The sentence is about readers' contributions.
    case comment
    /// The matter that notices are about: “this material”.
    case matter
    /// The sentence states the origin of a text.
    case provenance
    /// The sentence disclaims liability.
    case disclaimer
    /// The sentence does not mean what its words suggest.
    case lookalike
    /// A word of stories that notices seldom have: “he”, “was”.
    case narrative
    /// Words without meaning here, whatever their parts mean elsewhere: “copyright act”.
    case inert
    /// A word typical of terms, whatever they state: “herein”, “licensee”.
    case terms
    /// The policies of a site, which apply to readers: “privacy policy”.
    case policy
    /// Where terms can be obtained, or whom to ask for them: “for reprint rights”.
    case pointer
    /// The holder speaks: “our”, “we”.
    case speaker
    /// Addresses whoever has the copy: “you”.
    case addressee
    /// Marks a noun as any of its kind, not the current copy: “a”.
    case indefinite
    /// A general statement, or a definition: “generally”, “by law”, “refers to”.
    case general
    /// A party that terms may bind: “members”, “the client”.
    case party
    /// A pronoun for something named before: “it”.
    case anaphor
    /// Requests the withdrawal of an item if one is named, whatever it says about other things: “remove”, “ignore”.
    case withdrawal
    /// The subject or the addressees of orders to editors: “front pages”, “regionals”.
    case trade
    /// Papers published at a certain time: “papers”, “Freitagausgaben”.
    case edition
    /// Makes the papers of a day right after it an embargo: “for”, in “for Monday papers”.
    case editionLead
    /// Demands what is named with it: “must”; a duty that also has this meaning counts only beside such a word.
    case demand
    /// Introduces an indirect question: “whether it”, “who must”.
    case asked
    /// Introduces an example: “for instance”.
    case example
    /// Says that what is quoted next to it stands somewhere as a text: “labelled”, “the words”.
    case wording
    /// The speaker as the subject of what it does itself: “we”, but not “our”.
    case actor
    /// Introduces what has not happened yet, which something else waits for: “when”, “once”, “as soon as”.
    case pending
    /// Says that what was said before does not hold for something: “does not apply”, “exceptions”.
    case inapplicable
    /// Says of what was embargoed that it is free now: “is now released”.
    case freed

    /// Whether a sentence with it may still be a notice.
    var isNeutral: Bool {
      switch self {
      case .matter, .inert, .narrative, .terms, .pointer, .policy, .speaker, .addressee, .indefinite,
        .general, .party, .anaphor, .withdrawal, .trade,
        .edition, .editionLead, .demand, .asked, .example, .wording, .actor, .pending, .inapplicable,
        .freed:
        true
      case .reports, .trademark, .comment, .provenance, .disclaimer, .lookalike: false
      }
    }
  }
}
