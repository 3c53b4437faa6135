import Testing
import Wirecheck
