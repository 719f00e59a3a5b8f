import Digests
import Foundation
import HostileText

extension Inspection {
    /// What case.json and query.json promise: V12.
    ///
    /// - Returns: case.json, where it could be read.
    mutating func checkCase() throws -> CanonicalJSON? {
        guard let document = try json(at: BagLayout.caseFile) else { return nil }
        if document["format"] != "stillwatch-case/1" {
            note(.v12, BagLayout.caseFile, "Its format is not stillwatch-case/1.")
        }
        checkPromises(of: document)
        checkEvidence(of: document)
        if let named = info.only(BagInfoLabel.identifier), case .string(let id)? = document["case"]?["id"],
            named != String(describing: SafeText(UntrustedText(id), as: .line, limit: 400))
        {
            note(.v12, BagLayout.caseFile, "It is about another case than bag-info.txt names.")
        }
        if tree.files[BagLayout.query] != nil, let query = try json(at: BagLayout.query) {
            try checkCounts(of: query, document)
        }
        return document
    }

    private mutating func checkPromises(of document: CanonicalJSON) {
        guard case .array(let files)? = document["files"] else {
            note(.v12, BagLayout.caseFile, "It does not say which files the bundle has.")
            return
        }
        for case .string(let path) in files where tree.files[path] == nil {
            note(.v12, path, "case.json promises it, and it is missing.")
        }
    }

    private mutating func checkEvidence(of document: CanonicalJSON) {
        guard case .array(let entries)? = document["evidence"] else {
            note(.v12, BagLayout.caseFile, "It does not list the evidence.")
            return
        }
        var listed: Set<String> = []
        for entry in entries {
            guard case .string(let path)? = entry["path"] else {
                note(.v12, BagLayout.caseFile, "It lists evidence without a path.")
                continue
            }
            listed.insert(path)
            if tree.files[path] == nil { note(.v12, path, "case.json lists it as evidence, and it is missing.") }
        }
        for path in tree.payload where path.hasPrefix(BagLayout.evidence + "/") {
            if !listed.contains(path) { note(.v12, path, "It is evidence that case.json does not list.") }
            let digest = digests[path]?.hex(.sha256) ?? ""
            if path != "\(BagLayout.evidence)/\(digest.prefix(2))/\(digest).json" {
                note(.v12, path, "It is not named by the SHA-256 of its bytes.")
            }
        }
    }

    private mutating func checkCounts(of query: CanonicalJSON, _ document: CanonicalJSON) throws {
        guard case .object(let rows)? = query["rows"] else {
            note(.v12, BagLayout.query, "It gives no row counts.")
            return
        }
        let lines = ["labels": BagLayout.labels, "audit": BagLayout.audit]
        for name in BundleContents.rowNames {
            let actual: Int
            if let path = lines[name] {
                guard tree.files[path] != nil else { continue }
                actual = try countLines(at: path)
            } else if case .array(let elements)? = document[name] {
                actual = elements.count
            } else {
                note(.v12, BagLayout.caseFile, "It has no list of \(SafeText(ours: name)).")
                continue
            }
            if rows[name] != .integer(Int64(actual)) {
                note(
                    .v12, BagLayout.query,
                    "Its count of \(SafeText(ours: name)) is not \(actual), which the bundle holds.")
            }
        }
    }

    private mutating func countLines(at path: String) throws -> Int {
        let lines = JSONLines.split(try tree.data(of: path))
        for (index, line) in lines.enumerated() where path == BagLayout.labels && JSONLines.canonical(line) == nil {
            note(.v12, path, "Line \(index + 1) is not canonical JSON.")
        }
        return lines.count
    }

    private mutating func json(at path: String) throws -> CanonicalJSON? {
        guard tree.files[path] != nil else {
            note(.v12, path, "It is missing.")
            return nil
        }
        do {
            return try CanonicalJSON(parsing: try tree.data(of: path))
        } catch is DecodingError {
            note(.v12, path, "It is not JSON.")
            return nil
        }
    }
}
