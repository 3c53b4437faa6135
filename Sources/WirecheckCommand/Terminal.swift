import Glibc

/// The terminal properties of the process's output streams.
enum Terminal {
  /// Whether standard error is a terminal that can show progress.
  static var showsProgress: Bool {
    isatty(2) == 1 && !Environment.isCI && Environment.value("TERM") != "dumb"
  }

  /// Whether standard output uses colours: decided by the option, `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR`, and the
  /// stream.
  static func usesColour(_ choice: ColourChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if Environment.value("NO_COLOR") != nil { return false }
      if let force = Environment.value("CLICOLOR_FORCE") ?? Environment.value("FORCE_COLOR"), force != "0" {
        return true
      }
      if Environment.value("CLICOLOR") == "0" { return false }
      return isatty(1) == 1 && Environment.value("TERM") != "dumb"
    }
  }

  /// The width of standard output in columns, limited to 60 to 160; 100 if it is not a terminal.
  static var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(160, max(60, Int(size.ws_col)))
  }
}
