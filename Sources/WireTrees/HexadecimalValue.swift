/// The value of a hexadecimal digit; nil for any other byte.
package func hexadecimalValue(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: return UInt32(byte) - 0x30
  case 0x41...0x46: return UInt32(byte) - 0x37
  case 0x61...0x66: return UInt32(byte) - 0x57
  default: return nil
  }
}
