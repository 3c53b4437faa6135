internal import Fuzzing

// JSON of agencies and content management systems.
Fuzzer.run { start, count in
  DocumentFuzzing.read(
    start, count,
    as: [
      "ninjs", "apmedia", "afp", "dpadw", "ans", "wprest", "ghost", "contentful", "sanity", "drupal",
      "strapi", "wagtail", "wagtailapi", "jsonld", "jsonl", "feed", "applenews", "envelope",
    ])
}
