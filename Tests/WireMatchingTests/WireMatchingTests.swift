import Testing
import WireMatching
