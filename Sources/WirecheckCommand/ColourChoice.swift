import ArgumentParser

/// When colours are used.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
