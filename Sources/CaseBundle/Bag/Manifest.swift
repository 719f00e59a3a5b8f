import Foundation

/// A list of files with their digests: `<hex>  <path>`, one a line.
struct Manifest: Hashable {
    /// Digests in lower case by path.
    var digests: [String: String] = [:]

    /// The file's text, sorted by path.
    var text: String {
        digests.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
    }

    /// One line that cannot be used, and why.
    struct Fault: Hashable {
        enum Kind: Hashable {
            case noText
            case syntax
            case digest
            case duplicate
        }
        var line: Int
        var kind: Kind
        var path: String
    }

    /// Reads a manifest; lines that cannot be used are told apart and left out.
    static func reading(_ data: Data, digits: Int) -> (manifest: Manifest, faults: [Fault]) {
        var manifest = Manifest()
        var faults: [Fault] = []
        for (index, line) in TagFile.lines(of: data).enumerated() {
            guard let text = String(validating: line, as: UTF8.self) else {
                faults.append(Fault(line: index + 1, kind: .noText, path: ""))
                continue
            }
            guard let gap = text.firstIndex(where: { $0 == " " || $0 == "\t" }),
                let start = text[gap...].firstIndex(where: { $0 != " " && $0 != "\t" })
            else {
                faults.append(Fault(line: index + 1, kind: .syntax, path: ""))
                continue
            }
            let path = BagPath.decoded(String(text[start...]))
            let digest = text[..<gap].lowercased()
            if digest.utf8.count != digits || !digest.utf8.allSatisfy(\.isHex) {
                faults.append(Fault(line: index + 1, kind: .digest, path: path))
            } else if manifest.digests[path] != nil {
                faults.append(Fault(line: index + 1, kind: .duplicate, path: path))
                continue
            }
            manifest.digests[path] = digest
        }
        return (manifest, faults)
    }
}

/// What all tag files have in common.
enum TagFile {
    /// The lines of a tag file, ended by LF, CR or CRLF (RFC 8493, section 2.1.1); the last may lack its end.
    static func lines(of data: Data) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var lastWasCR = false
        for byte in data {
            if byte == 0x0A, lastWasCR {
                lastWasCR = false
                continue
            }
            lastWasCR = byte == 0x0D
            if byte == 0x0A || byte == 0x0D {
                lines.append(line)
                line = []
            } else {
                line.append(byte)
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
