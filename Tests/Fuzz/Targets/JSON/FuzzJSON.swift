internal import Fuzzing

/// JSON of agencies and content management systems.
@c(LLVMFuzzerTestOneInput)
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  DocumentFuzzing.read(
    start, count,
    as: [
      "ninjs", "apmedia", "dpadw", "ans", "wprest", "ghost", "contentful", "sanity", "drupal", "strapi",
      "wagtail", "jsonl", "feed",
    ])
}
