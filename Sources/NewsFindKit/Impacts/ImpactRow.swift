/// A row of the tables of lists, ready to be written.
enum ImpactRow: Sendable {
  case leaf(firstTerm: [UInt8], entries: [UInt8])
  case chunk(id: Int64, bytes: [UInt8])
}
