internal import WireText

/// A stretch of the draft that may retell a stretch of a source.
struct Retelling {
  let place: IndexPlace
  let stretch: Stretch
  /// Stems of the source's stretch.
  let stems: Set<UInt64>
  /// The evidence for it, in nats.
  var score: Double
}

/// Weighs what a stretch shares with a source, whatever its order.
///
/// The nats of the stems that both have, times their share of all the stretch's nats, times how similar the two are
/// sentence by sentence. Names, titles and numbers weigh less than other words: every report on the same event has
/// them too. And a source must stand out: if other texts have nearly as many of the same words, they share only the
/// topic.
struct RetoldWeigher {
  let settings: MatchSettings
  /// The draft's words.
  let words: TextWords
  /// Nats of each content word of the draft.
  let surprisal: [Float]

  /// A stretch with its weight before comparison with other sources.
  func retelling(_ stretch: Stretch, _ place: IndexPlace, _ source: TextWords) -> Retelling {
    var stems: Set<UInt64> = []
    for word in source.all[stretch.source] where word.isContent { stems.insert(word.stem) }
    var seen: Set<UInt64> = []
    var (shared, all) = (0.0, 0.0)
    var at = words.firstContent(from: stretch.draft.lowerBound)
    while at < words.content.count, Int(words.content[at]) < stretch.draft.upperBound {
      let word = words.all[Int(words.content[at])]
      if seen.insert(word.stem).inserted {
        let isName = !word.traits.isDisjoint(with: [.capitalised, .number])
        let nats = Double(surprisal[at]) * (isName ? settings.nameWeight : 1)
        all += nats
        if stems.contains(word.stem) { shared += nats }
      }
      at += 1
    }
    let score = all > 0 ? shared * shared / all * Double(stretch.likeness) : 0
    return Retelling(place: place, stretch: stretch, stems: stems, score: score)
  }

  /// The same retellings, each multiplied by how far it stands out from what other sources have for the same words.
  ///
  /// Sources with the same text there, such as versions of one story, do not count against each other.
  func contrasted(_ retellings: [Retelling]) -> [Retelling] {
    retellings.map { own in
      var others = 0.0
      for other in retellings where other.place != own.place && other.score > others {
        let common = other.stretch.draft.clamped(to: own.stretch.draft).count
        if Double(common) >= settings.contrastCover * Double(own.stretch.draft.count), !isSameText(own, other)
        {
          others = other.score
        }
      }
      var result = own
      let contrast = min(settings.mostContrast, (1 + own.score) / (1 + others))
      result.score *= contrast.squareRoot()
      return result
    }
  }

  private func isSameText(_ a: Retelling, _ b: Retelling) -> Bool {
    let common = a.stems.intersection(b.stems).count
    return Double(common) >= settings.sameText * Double(min(a.stems.count, b.stems.count))
  }
}
