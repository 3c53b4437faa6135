internal import WireText

extension Matter {
  /// A permission on file that lifts a condition of a statement; agreements and licences have their own tiers.
  func permission(lifting condition: Condition, from statement: SourcedStatement) -> Permission? {
    switch condition {
    case .withoutPermission: permissions(of: statement).first
    case .withoutWrittenPermission:
      permissions(of: statement).first { $0.isWritten && $0.granted != nil && !$0.reference.isEmpty }
    case .none, .withoutAgreement, .beyondScope, .ifDutiesMet: nil
    }
  }

  /// A permission of an agency that reaches the situation.
  func permission(ofAgency agency: String) -> Permission? {
    evidence.permissions.first { $0.grantor == agency && reaches($0) }
  }

  /// Permissions that cover the situation and were given by the author of the statement.
  private func permissions(of statement: SourcedStatement) -> [Permission] {
    evidence.permissions.filter { permission in
      isGranted(by: permission.grantor, for: statement) && reaches(permission)
    }
  }

  private func isGranted(by grantor: String, for statement: SourcedStatement) -> Bool {
    if let agency = party.agency, grantor == agency { return item.stranger(in: statement.statement) == nil }
    return statement.statement.holder.map { foldedWords($0.name) == foldedWords(grantor) } ?? false
  }

  private func reaches(_ permission: Permission) -> Bool {
    if let granted = permission.granted, use.instant < granted { return false }
    if let ends = permission.ends, use.instant >= ends { return false }
    let isActionMeant =
      permission.actions.isEmpty
      ? !action.isMining : permission.actions.contains { $0.permits(action) }
    let channels = permission.channels.map { Channel.overlap(of: situation.channel, with: $0) }
    let territories = permission.territories.map { Territory.overlap(of: situation.territory, with: $0) }
    return isActionMeant
      && (channels.isEmpty || Overlap.union(channels) == .inside)
      && (territories.isEmpty || Overlap.union(territories) == .inside)
  }
}
