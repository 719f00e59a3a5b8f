import Evidence
import Foundation
import HostileText

/// Whose an exchange is, and what most exchanges of the account have alike.
struct Surroundings {
    var account: AccountID
    var circumstances: Shared<Exchange.Circumstances>
    /// The private details among them; `nil` where they were hashed.
    var secrets: Shared<LoggedExchange.Secrets>?
    /// The fields among them whose values could not be used.
    var unusable: [String] = []

    /// How the values are spelt that surroundings are read from, one after the other.
    struct Spelling: Hashable {
        private var bytes: [UInt8] = []

        /// How long it is.
        var byteCount: Int { bytes.count }

        /// Takes a field's value.
        mutating func add(_ literal: UnsafeBufferPointer<UInt8>, at place: Int) {
            bytes.append(UInt8(truncatingIfNeeded: place))
            withUnsafeBytes(of: UInt32(truncatingIfNeeded: literal.count).littleEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: literal)
        }

        /// Forgets all values.
        mutating func clear() {
            bytes.removeAll(keepingCapacity: true)
        }

        /// Calls with each field's place and value, in order.
        func forEach(_ body: (Int, UnsafeBufferPointer<UInt8>) -> Void) {
            bytes.withUnsafeBufferPointer { all in
                var place = 0
                while place < all.count {
                    let start = place + 5
                    let count = all[(place + 1)..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
                    body(Int(all[place]), all.extracting(start..<(start + count)))
                    place = start + count
                }
            }
        }

        static func == (left: Spelling, right: Spelling) -> Bool {
            left.bytes.withUnsafeBytes { one in
                right.bytes.withUnsafeBytes { other in
                    guard one.count == other.count, let left = one.baseAddress, let right = other.baseAddress else {
                        return one.isEmpty && other.isEmpty
                    }
                    return memcmp(left, right, one.count) == 0
                }
            }
        }

        func hash(into hasher: inout Hasher) {
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
        }
    }
}
