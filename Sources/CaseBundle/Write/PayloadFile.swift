import Digests
import Foundation

/// One file of a bag, before it is written.
struct PayloadFile: Hashable, Sendable {
    /// Its path below the bag.
    var path: String
    var data: Data

    init(path: String, data: Data) {
        self.path = path
        self.data = data
    }

    init(path: String, text: String) {
        self.init(path: path, data: Data(text.utf8))
    }

    /// A file of one JSON value in its one spelling, and a line feed.
    init(path: String, json: CanonicalJSON) {
        self.init(path: path, data: Data(json.bytes + [0x0A]))
    }

    /// A file of JSON values, one a line.
    init(path: String, lines: [CanonicalJSON]) {
        var bytes: [UInt8] = []
        for line in lines {
            bytes += line.bytes
            bytes.append(0x0A)
        }
        self.init(path: path, data: Data(bytes))
    }
}
