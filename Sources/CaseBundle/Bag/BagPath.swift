/// What a path of a bag may look like.
enum BagPath {
    /// The longest name of a file or directory, in bytes.
    static let longestName = 200

    /// Whether a name is spelt alike on every file system and in every reading of the BagIt rules: `[a-z0-9._-]`, at most
    /// 200 bytes, no leading point.
    static func isPortable(name: some StringProtocol) -> Bool {
        guard !name.isEmpty, name.utf8.count <= longestName, name.utf8.first != UInt8(ascii: ".") else { return false }
        return name.utf8.allSatisfy { $0.isDigit || $0.isLower || $0.isOne(of: "._-") }
    }

    /// Whether every name of a path is portable.
    static func isPortable(path: String) -> Bool {
        components(of: path).allSatisfy { isPortable(name: $0) }
    }

    /// The names of a path, empty ones too.
    static func components(of path: String) -> [Substring] {
        path.split(separator: "/", omittingEmptySubsequences: false)
    }

    /// Whether a path stays below the bag, judged name by name: relative, and without `.`, `..`, `~` or an empty name.
    static func isContained(_ path: String) -> Bool {
        !path.isEmpty && !path.hasPrefix("~") && !path.utf8.contains(0) && !path.contains("\\")
            && components(of: path).allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    /// A path as a manifest spells it: CR, LF and `%` as percent codes (RFC 8493, section 2.1.3).
    static func decoded(_ spelling: String) -> String {
        guard spelling.contains("%") else { return spelling }
        var output: [UInt8] = []
        let bytes = Array(spelling.utf8)
        var place = 0
        while place < bytes.count {
            let code =
                place + 3 <= bytes.count ? String(decoding: bytes[place..<place + 3], as: UTF8.self).uppercased() : ""
            if let byte: UInt8 = ["%0A": 0x0A, "%0D": 0x0D, "%25": 0x25][code] {
                output.append(byte)
                place += 3
            } else {
                output.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
