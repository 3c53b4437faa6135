internal import CLibXML2

/// The functions that libxml2 calls; each finds its session in the user data.
enum XMLCallbacks {
  /// The events that are handled; all others, and everything that would load something, are left out.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = { user, local, prefix, namespace, _, _, count, _, attributes in
      session(user)?.start(local, prefix, namespace, count: Int(count), attributes)
    }
    handler.endElementNs = { user, _, _, _ in session(user)?.end() }
    handler.getEntity = { user, name in
      session(user)?.refer(to: name)
      return XMLCallbacks.placeholder.entity
    }
    handler.entityDecl = { user, name, type, _, _, content in
      guard let name, !isParameter(type) else { return }
      let text = type == Int32(XML_INTERNAL_GENERAL_ENTITY.rawValue) ? content.map(bytes) : nil
      session(user)?.entities.declare(String(cString: name), text: text)
    }
    handler.serror = { user, error in
      guard let error else { return }
      session(user)?.take(error.pointee)
    }
    return handler
  }

  /// The entity that every reference resolves to: a predefined character, so that libxml2 neither expands nor
  /// complains.
  ///
  /// The actual meaning of a name is determined when the text is read. The entity is never written to: libxml2 stores
  /// a declaration's source in `orig` only if that is empty.
  fileprivate static let placeholder = Placeholder()

  fileprivate final class Placeholder: Sendable {
    nonisolated(unsafe) let entity: UnsafeMutablePointer<xmlEntity>

    init() {
      let blank = UnsafeMutablePointer<xmlChar>.allocate(capacity: 2)
      blank.initialize(repeating: 0, count: 2)
      blank[0] = 0x20
      entity = .allocate(capacity: 1)
      entity.initialize(to: xmlEntity())
      entity.pointee.type = XML_ENTITY_DECL
      entity.pointee.etype = XML_INTERNAL_PREDEFINED_ENTITY
      entity.pointee.name = UnsafePointer(blank)
      entity.pointee.content = blank
      entity.pointee.orig = blank
      entity.pointee.length = 1
    }
  }
}

private func session(_ user: UnsafeMutableRawPointer?) -> XMLSession? {
  user.map { Unmanaged<XMLSession>.fromOpaque($0).takeUnretainedValue() }
}

private func isParameter(_ type: Int32) -> Bool {
  type == Int32(XML_INTERNAL_PARAMETER_ENTITY.rawValue)
    || type == Int32(XML_EXTERNAL_PARAMETER_ENTITY.rawValue)
}

private func bytes(_ text: UnsafeMutablePointer<xmlChar>) -> [UInt8] {
  Array(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
}
