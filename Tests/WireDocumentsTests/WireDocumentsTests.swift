import Testing
import WireDocuments
