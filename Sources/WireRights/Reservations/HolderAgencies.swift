extension NoticeParser {
  /// The statement with its holders' names resolved to agencies.
  package func knowingAgencies(_ statement: RightsStatement) -> RightsStatement {
    func known(_ holder: Holder) -> Holder {
      guard holder.agency == nil, let agency = policies.agencies.agency(named: holder.name) else {
        return holder
      }
      return Holder(name: agency.name, asWritten: holder.asWritten, agency: agency.id, range: holder.range)
    }
    var statement = statement
    statement.holder = statement.holder.map(known)
    statement.coHolders = statement.coHolders.map(known)
    return statement
  }
}
