import ArgumentParser

/// `wirecheck audit`: queries the ledger.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Show recorded checks, and what was used of an agency's copy.",
    discussion: """
      The ledger keeps who checked which document when, under which policy and with what result. It holds \
      identifiers, hashes and numbers, no text of documents or items.
      """,
    subcommands: [AuditListCommand.self, AuditShowCommand.self, AuditUsageCommand.self])
}
