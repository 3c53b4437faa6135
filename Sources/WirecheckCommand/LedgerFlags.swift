import ArgumentParser
import WireText
import Wirecheck
struct LedgerFlags: ParsableArguments {
  func record(_ run: RunRecord, in workspace: Workspace, at instant: Instant) throws(CommandFailure) {}
}
