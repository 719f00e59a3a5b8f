import Digests
import Evidence
import Feed
import Foundation
import GRDB
import HostileText

/// `saysText(document, bytes, words)`: whether a stored text holds the words, letters A to Z in either case.
///
/// For words too short for the index. It unpacks each text, about 30 µs a kilobyte-sized one, so it is a scan and slow.
let saysText = DatabaseFunction("saysText", argumentCount: 3, pure: true) { values in
    guard let stored = Data.fromDatabaseValue(values[0]), let size = Int.fromDatabaseValue(values[1]),
        let words = String.fromDatabaseValue(values[2])
    else { return nil }
    let bytes = try Gzip.inflate(stored, limit: size)
    let text = try FeedDocument.decode(ExchangeDocument.self, from: Data(bytes)).exchange.text?.words.verbatim ?? ""
    return text.lowercased().contains(words.lowercased())
}
