import Digests
import Foundation
import HostileText

extension Inspection {
    /// The chain of the activity log, and its head: V10.
    ///
    /// - Parameter document: case.json, where it could be read.
    mutating func checkAudit(_ document: CanonicalJSON?) throws {
        let path = BagLayout.audit
        guard tree.files[path] != nil else {
            note(.v10, path, "The activity log is missing.")
            return
        }
        guard let head = try chainHead(of: path) else { return }
        guard let named = info.only(BagInfoLabel.auditHead) else {
            note(.v10, BagLayout.info, "It does not name the activity log's head once as Case-Audit-Head.")
            return
        }
        if named != head { note(.v10, path, "Its head is not the Case-Audit-Head of bag-info.txt.") }
        if let promised = document?["export"]?["auditHead"], promised != .string(head) {
            note(.v10, BagLayout.caseFile, "It names another head of the activity log.")
        }
    }

    /// The hash of the last row; `nil` after a problem.
    private mutating func chainHead(of path: String) throws -> String? {
        var head = HashChain.origin
        let data = try tree.data(of: path)
        for (index, line) in JSONLines.split(data).enumerated() {
            let number = index + 1
            guard let row = JSONLines.canonical(line) else {
                note(.v10, path, "Line \(number) is not canonical JSON.")
                return nil
            }
            guard row["number"] == .integer(Int64(number)) else {
                note(
                    .v10, path, "Line \(number) does not bear the number \(number): a line is missing or out of order.")
                return nil
            }
            guard row["previous"] == .string(head), case .string(let hash)? = row["hash"] else {
                note(.v10, path, "Line \(number) is not bound to the line before.")
                return nil
            }
            // A withheld row commits to its content by its hash; there is nothing to recompute it from.
            if row["withheld"] != true, HashChain.hash(of: row, after: head) != hash {
                note(.v10, path, "Line \(number) does not have the hash that it bears: it was changed.")
                return nil
            }
            head = hash
        }
        return head
    }
}

/// Files of one JSON value a line.
enum JSONLines {
    /// The lines, without the empty one after the last line feed.
    static func split(_ data: Data) -> [Data.SubSequence] {
        data.split(separator: 0x0A, omittingEmptySubsequences: true)
    }

    /// The value of a line that is in its one spelling; `nil` for any other, since two readers could read it two ways.
    static func canonical(_ line: Data.SubSequence) -> CanonicalJSON? {
        do {
            let value = try CanonicalJSON(parsing: line)
            return value.bytes.elementsEqual(line) ? value : nil
        } catch {
            return nil  // No JSON at all: the caller says so.
        }
    }
}
