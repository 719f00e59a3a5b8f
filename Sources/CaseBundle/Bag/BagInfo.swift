import Foundation
import HostileText

/// The labels and values of bag-info.txt, in order.
struct BagInfo: Hashable {
    var entries: [Entry] = []

    struct Entry: Hashable {
        var label: String
        var value: String
    }

    /// The values of a label, whose case does not count.
    func values(of label: String) -> [String] {
        entries.filter { $0.label.lowercased() == label.lowercased() }.map(\.value)
    }

    /// The only value of a label; `nil` if there is none, or more than one.
    func only(_ label: String) -> String? {
        let values = values(of: label)
        return values.count == 1 ? values.first : nil
    }

    /// Adds an entry whose value is made safe to stand on one line; an empty value adds none.
    mutating func add(_ label: String, _ value: UntrustedText) {
        let line = String(describing: SafeText(value, as: .line, limit: 400))
        if !line.isEmpty { entries.append(Entry(label: label, value: line)) }
    }

    /// The file's text.
    var text: String {
        entries.map { "\($0.label): \($0.value)\n" }.joined()
    }

    /// Reads the file; the numbers of lines that are no entry come beside it.
    static func reading(_ data: Data) -> (info: BagInfo, faults: [Int]) {
        var info = BagInfo()
        var faults: [Int] = []
        for (index, line) in TagFile.lines(of: data).enumerated() {
            guard let text = String(validating: line, as: UTF8.self) else {
                faults.append(index + 1)
                continue
            }
            if let first = text.first, first == " " || first == "\t" {
                guard let last = info.entries.indices.last else {
                    faults.append(index + 1)
                    continue
                }
                info.entries[last].value += " " + trimmed(text[...])
            } else if let colon = text.firstIndex(of: ":"), colon > text.startIndex {
                let value = trimmed(text[text.index(after: colon)...])
                info.entries.append(Entry(label: trimmed(text[..<colon]), value: value))
            } else {
                faults.append(index + 1)
            }
        }
        return (info, faults)
    }

    private static func trimmed(_ text: Substring) -> String {
        text.trimmingCharacters(in: .whitespaces)
    }
}
