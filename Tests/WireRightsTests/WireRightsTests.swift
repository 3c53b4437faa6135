import Testing
import WireRights
