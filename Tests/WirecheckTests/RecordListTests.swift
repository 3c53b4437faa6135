import Foundation
import Testing

@testable import Wirecheck

@Suite struct RecordListTests {
  /// As many as are packed more than once, and some behind them.
  private static let records = (0..<700).map { number in
    DocumentRecord(
      id: "urn:story:\(number)", path: "export-\(number % 3).xml", item: number, sha256: "“\u{1}\u{10FFFF}”",
      words: number * 7, name: number % 5 == 0 ? nil : "harbour \(number)")
  }

  @Test("A long list holds what an array holds, in order")
  func sameAsArray() {
    let list = RecordList(Self.records)
    #expect(list.count == 700 && Array(list) == Self.records)
    for position in [0, 255, 256, 511, 512, 699] { #expect(list[position] == Self.records[position]) }
    #expect(list == RecordList(Self.records) && list != RecordList(Self.records.dropLast()))
  }

  @Test("Records are changed, replaced and put in another order, packed or not", arguments: [3, 256, 700])
  func changes(count: Int) {
    var list = RecordList(Self.records.prefix(count))
    var array = Array(Self.records.prefix(count))
    let first = count / 2
    list.update(from: first) { $0.words += 1 }
    for index in first..<count { array[index].words += 1 }
    list[1].path = "other.xml"
    array[1].path = "other.xml"
    #expect(Array(list) == array)
    #expect(Array(list.picked(Array((0..<count).reversed()))) == array.reversed())
    list.swapAt(0, count - 1)
    array.swapAt(0, count - 1)
    list.remove(at: 1)
    array.remove(at: 1)
    #expect(Array(list) == array)
  }

  /// A record that has no JSON where its number is odd.
  private struct Measure: Codable, Sendable, Equatable {
    var value: Double
    init(_ number: Int) { value = number % 2 == 0 ? Double(number) : .infinity }
  }

  @Test("A record that cannot be packed stays as it is")
  func unpackable() {
    let measures = (0..<600).map(Measure.init)
    var list = RecordList(measures)
    #expect(Array(list) == measures)
    list.update { $0.value += 1 }
    list[3] = Measure(4)
    #expect(list[2].value == 3 && list[3].value == 4 && list[5].value == .infinity)
  }

  @Test("As JSON a list is an array")
  func json() throws {
    let bytes = try JSONEncoder().encode(RecordList(Self.records))
    #expect(try JSONDecoder().decode([DocumentRecord].self, from: bytes) == Self.records)
    #expect(
      try JSONDecoder().decode(RecordList<DocumentRecord>.self, from: bytes) == RecordList(Self.records))
  }
}
