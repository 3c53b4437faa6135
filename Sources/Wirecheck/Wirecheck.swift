/// The version of the tool, as reports print it.
public let toolVersion = "0.1.0"
