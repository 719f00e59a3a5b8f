import Digests
import Evidence
import HostileText

/// The name of a bag: the case and the moment, such as `case-42_2026-11-21T080013Z`.
enum BagName {
    static func of(_ id: CaseID, at time: Instant) -> String {
        "\(portable(id))_\(time.dateText)T\(time.timeText.replacing(":", with: ""))Z"
    }

    /// A case's id in the characters of a portable name; one that had others gets a piece of its digest, so that two ids stay
    /// two names.
    private static func portable(_ id: CaseID) -> String {
        let text = id.text.verbatim
        var name = ""
        for byte in text.utf8.prefix(64).map({ $0.isUpper ? $0 | 0x20 : $0 }) {
            let isKept = byte.isDigit || byte.isLower || byte.isOne(of: ".-")
            name.unicodeScalars.append(isKept ? Unicode.Scalar(byte) : "-")
        }
        while let first = name.first, first == "." || first == "-" { name.removeFirst() }
        if name != text { name = (name.isEmpty ? "case" : name) + "-" + String(SHA256Digest.of(text).hex.prefix(8)) }
        return name
    }
}
