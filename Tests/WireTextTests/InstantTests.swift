import Testing
import WireText

struct InstantTests {
  @Test(
    "one instant in every form that metadata uses",
    arguments: [
      "2026-11-24T10:00:00+02:00", "2026-11-24T08:00:00Z", "2026-11-24t08:00:00z", "2026-11-24T08:00Z",
      "2026-11-24 08:00:00 UTC", "2026-11-24 03:00:00 -0500", "20261124T080000Z", "20261124T030000-0500",
      "20261124T0800Z", "2026-11-24T08:00:00.123456Z", "2026-11-24T10:00:00+02", "2026-11-24T08:00:00 GMT",
      "Tue, 24 Nov 2026 08:00:00 GMT", "Mon, 24 Nov 2026 08:00:00 GMT", "24 Nov 26 08:00 +0000",
      "Tue, 24 Nov 2026 03:00:00 EST", "Tue, 24 November 2026 08:00:00 +0000 (UTC)",
      " 2026-11-24T08:00:00Z\n", "Tue Nov 24 2026 10:00:00 GMT+0200 (Eastern European Standard Time)",
      "Tue Nov 24 08:00:00 UTC 2026", "November 24, 2026 8:00 AM GMT", "Nov. 24, 2026 at 3 a.m. EST",
      "24. November 2026, 08:00 UTC", "Tuesday, 24th November 2026 08:00 Z",
      "2026-11-23T24:00:00-08:00", "2026-11-24 09:00 CET", "2026-11-24T09:00:00 MEZ",
      "Tue, 24 Nov 2026 11:00:00 MSK", "24 November 2026 17:00 JST", "2026-11-24 19:00 AEDT",
      "2026-11-24 03:00:00 -5", "2026-11-24 10:00 UTC+2", "2026-11-24T08:00:00Z[UTC]",
      "2026-11-24T09:00:00+01:00[Europe/Berlin]", "2026-11-24 08:00 GMT (London)", "Nov 24 09:00:00 CET 2026",
      "24.11.2026, 09:00 Uhr MEZ", "24.11.2026 09:00 (MEZ)", "24 Nov 2026 0800 GMT", "24/11/2026 08h00 UTC",
      "24 November 2026 0800 hrs GMT", "2026-11-24 3am ET", "0800 GMT 24 November 2026",
      "08:00 GMT on Tuesday, 24 November 2026", "09:00 Uhr MEZ, 24. November 2026", "240800Z NOV 26",
      "241000B NOV 2026", "240300R Nov 26", "240800 GMT Nov 26", "240800ZNOV26", "1795507200",
      "1795507200000",
      "1795507200999", "1795507200.75",
    ])
  func readsForms(text: String) {
    #expect(Instant(reading: text)?.iso8601 == "2026-11-24T08:00:00Z")
  }

  /// Summer time in winter is a mistake, which may be an hour early.
  @Test(arguments: [
    ("2026-07-01 10:00 CEST", "2026-07-01T08:00:00Z"), ("1 July 2026 09:00 BST", "2026-07-01T08:00:00Z"),
    ("2026-07-01 09:00 CET", "2026-07-01T08:00:00Z"), ("2026-12-01 10:00 CEST", nil),
    ("2026-12-01 10:00 BST", nil), ("2026-07-01 10:00 AEDT", nil), ("2026-07-01 10:00 IST", nil),
    ("2026-07-01 04:00 ET", "2026-07-01T08:00:00Z"), ("2026-12-01 3 a.m. ET", "2026-12-01T08:00:00Z"),
    ("Dec 1, 2026, 3 a.m. ET", "2026-12-01T08:00:00Z"), ("2026-03-08 01:59 ET", "2026-03-08T06:59:00Z"),
    ("2026-03-08 03:00 CT", "2026-03-08T08:00:00Z"), ("2026-03-07 23:00 PT", "2026-03-08T07:00:00Z"),
    ("2026-11-01 00:59 ET", "2026-11-01T04:59:00Z"), ("2026-11-01 01:30 ET", nil),
    ("2026-11-01 02:00 ET", "2026-11-01T07:00:00Z"), ("2026-11-02 00:00 MT", "2026-11-02T07:00:00Z"),
    ("2026-03-15 01:00 ET", "2026-03-15T05:00:00Z"), ("2006-03-20 10:00 ET", nil),
    ("2026-07-01 13:45 NPT", "2026-07-01T08:00:00Z"), ("2026-07-01 10:00 XYZ", nil),
    ("2026-07-01 10:00 -5:30", nil), ("2026-07-01 10:00 CET or so", nil),
  ])
  func namesOfZones(text: String, instant: String?) {
    #expect(Instant(reading: text)?.iso8601 == instant)
  }

  /// A name with several offsets has all of them, and one that nobody knows any.
  @Test(arguments: [
    ("2026-07-01 10:00 IST", 1.0...5.5), ("2026-07-01 10:00 AST", -4...3), ("2026-11-01 01:30 ET", -5 ... -4),
    ("2026-12-01 10:00 CEST", 1...2), ("Tue Nov 24 10:00:00 XYZ 2026", -12...14),
  ])
  func namesOfSeveralZones(text: String, hours: ClosedRange<Double>) throws {
    let time = try #require(CivilTime(reading: text))
    let offsets = try #require(time.possibleOffsets)
    #expect(time.offset == nil && time.secondOfDay != nil)
    #expect(Double(offsets.lowerBound) / 3600 == hours.lowerBound)
    #expect(Double(offsets.upperBound) / 3600 == hours.upperBound)
  }

  @Test(arguments: [
    "2026-11-24 10:00 Uhr", "2026-11-24 10:00 UHR", "2026-11-24 10:00", "24 Nov 2026 10:00 hrs",
  ])
  func wordsThatNameNoZone(text: String) {
    #expect(CivilTime(reading: text)?.offset == nil && CivilTime(reading: text)?.possibleOffsets == nil)
    #expect(CivilTime(reading: text)?.secondOfDay == 36_000)
  }

  @Test(
    "without a zone there is a civil time and no instant",
    arguments: [
      "2026-11-24T10:00:00", "2026-11-24 10:00", "11/24/2026 10:00:00 AM", "2026-11-24T10:00:00 CEST",
      "Nov 24 2026 10:00", "Tue Nov 24 10:00:00 2026", "November 24th, 2026 at 10 a.m.",
      "24. November 2026, 10:00", "Tue Nov 24 10:00:00 CEST 2026", "2026-11-24 10:00 AM",
      "24.11.2026 10:00", "24.11.26 10:00", "24. 11. 2026 10.00", "24/11/2026 10h00", "24/11/26 10:00",
      "24-11-2026 10:00", "11/24/26 10 AM", "2026-11-24 10.00", "2026-11-24T10h", "2026/11/24 10:00",
      "2026.11.24. 10:00:00", "20261124 1000", "24-Nov-2026 10:00:00", "24. November 2026 um 10 Uhr",
      "24 Nov 2026 - 10:00", "2026-11-24, 10:00", "10:00 Uhr, 24.11.2026", "1000 24 November 2026",
      "10 a.m. on November 24, 2026", "10:00 24 NOV 2026", "2026-11-24 10.00.00", "24.11.2026 kl. 10.00",
    ])
  func leavesZoneOpen(text: String) {
    #expect(Instant(reading: text) == nil)
    let civil = CivilTime(reading: text)
    #expect(civil?.secondOfDay == 36_000)
    #expect(civil?.instant(atOffset: 7200).iso8601 == "2026-11-24T08:00:00Z")
  }

  @Test(
    "the half of the day counts in every form",
    arguments: [
      "24 Nov 2026 10:00 PM", "2026-11-24 10:00:00 pm", "24 Nov 2026 22:00 PM", "11/24/2026 22:00:00 p.m.",
    ])
  func readsHalfDays(text: String) {
    #expect(CivilTime(reading: text)?.secondOfDay == 79_200)
  }

  @Test(
    "a date alone has no time of day",
    arguments: [
      "2026-11-24", "20261124", "24 Nov 2026", "11/24/2026", "Nov 24 2026", "November 24th, 2026",
      "24. November 2026", "Tuesday, November 24, 2026", "Nov. 24, 2026", "24.11.2026", "24.11.26",
      "24/11/2026", "24-11-2026", "2026/11/24", "2026.11.24.", "11.24.2026",
    ])
  func readsDates(text: String) {
    #expect(CivilTime(reading: text) == CivilTime(year: 2026, month: 11, day: 24))
  }

  @Test(
    "what is no time is not read",
    arguments: [
      "", "Next Monday", "0000-00-00 00:00:00", "2026-13-01", "2026-02-30", "2026-11-24T25:00:00Z",
      "2026-11-24T10:61:00Z", "2026112408", "240800J NOV 26", "240800 NOV 26", "310800Z NOV 26", "179550720",
      "17955072000", "0795507200", "1795507200Z", "2026-11-24T10:00:00+99:99", "2026-11-24 or so",
      "99999999999999999999",
      "-0001-11-30T00:00:00Z", "11/24/2026 13:00:00 AM", "11/24/2026 00:30 PM", "11/24/2026 24:00 PM",
      "Nov 2026", "Nov 31 2026", "Novel 24 2026",
      "Nov 24 2026 or so", "Nov 24",
      "24.11-2026", "24.13.2026", "31.11.2026", "24-11-26", "24.11.226", "24.11.20261", "24.11. 10:00",
      "24.11.2026 25:00", "24.11.2026 10:0", "24.11.2026 10", "24.11.2026 10:00 (London)", "06.00",
      "0600 GMT",
      "24.11.2026 10:00 or so", "10:00 to 11:00 24.11.2026",
      "24 to 25 November 2026", "Nov 24, 2026 at 13 p.m.", "Nov 24 26", "Tue, 24 Nov -0001 00:00:00 +0000",
    ])
  func refuses(text: String) {
    #expect(CivilTime(reading: text) == nil)
  }

  /// Of two numbers that may both be a month nobody knows which is.
  @Test(arguments: [
    ("03/04/2027 10:00", "2027-03-04T10:00:00Z", "2027-04-03T10:00:00Z"),
    ("12-11-2026", "2026-11-12T00:00:00Z", "2026-12-11T00:00:00Z"),
    ("9/1/27 10:00 GMT", "2027-01-09T10:00:00Z", "2027-09-01T10:00:00Z"),
  ])
  func leavesTheOrderOpen(text: String, earlier: String, later: String) throws {
    let time = try #require(CivilTime(reading: text))
    #expect(time.isOrderUnclear && time.instant == nil)
    #expect(time.earlier.instant(atOffset: 0).iso8601 == earlier)
    #expect(time.later.instant(atOffset: 0).iso8601 == later)
  }

  @Test(arguments: ["04/04/2027 10:00", "03.04.2027", "2027/03/04", "13/04/2027", "04/13/2027"])
  func knowsTheOrder(text: String) {
    #expect(CivilTime(reading: text)?.isOrderUnclear == false)
  }

  @Test("days count as they do in the Gregorian calendar")
  func countsDays() {
    #expect(CivilTime(year: 2000, month: 2, day: 29)?.instant(atOffset: 0).seconds == 951_782_400)
    #expect(CivilTime(year: 1900, month: 2, day: 29) == nil)
    #expect(Instant(seconds: -1).iso8601 == "1969-12-31T23:59:59Z")
    #expect(Instant(seconds: 0).iso8601 == "1970-01-01T00:00:00Z")
    for seconds in stride(from: Int64(-40_000_000_000), to: 200_000_000_000, by: 7_777_777_777) {
      #expect(Instant(reading: Instant(seconds: seconds).iso8601) == Instant(seconds: seconds))
    }
  }

  @Test("RFC 822 forms are not ISO 8601")
  func isStrictOnDemand() {
    #expect(Instant(iso8601: "Tue, 24 Nov 2026 08:00:00 GMT") == nil)
    #expect(Instant(iso8601: "2026-11-24T08:00:00Z") != nil)
  }
}
