public import Evidence
import GRDB
public import HostileText

/// What became of the lines of a file of labels.
public struct LabelImport: Hashable, Sendable {
    /// The events that were written.
    public var written: [LabelEvent] = []
    /// How many lines are in the cache already, as they are.
    public var known = 0
    /// Why the others were refused.
    public var refused: [LabelLineProblem] = []
}

extension EvidenceCache {
    /// Takes a file of labels in: every line that can be, in one transaction; the others are refused one by one.
    ///
    /// A line may bear the analyst's own name or none. Others' labels come through the feed, where their names are vouched
    /// for. A line that the analyst's present label says already is known, so that taking a file in twice changes nothing.
    ///
    /// - Parameters:
    ///   - guideline: the version for lines that name none.
    ///   - isTrial: writes nothing.
    ///   - newID: makes a UUID for lines without an id.
    public func takeIn(
        _ file: LabelFile, by analyst: UntrustedText, at now: Instant, guideline: String, isTrial: Bool = false,
        newID: () -> String
    ) throws -> LabelImport {
        var outcome = LabelImport()
        outcome.refused = file.problems
        var heads: [Subject: String?] = [:]
        var ids: Set<String> = []
        for line in file.lines {
            do {
                let subject = try subject(of: line)
                try refuse(line, unlessBy: analyst, at: now, among: ids)
                if try isKnown(line, subject, by: analyst) {
                    outcome.known += 1
                    continue
                }
                let before = try heads[subject] ?? label(of: subject, by: analyst)?.event
                let event = LabelEvent(
                    id: line.id ?? newID(), subject: subject, label: line.label, analyst: analyst, at: line.at ?? now,
                    confidence: line.confidence, supersedes: before, reasons: line.reasons, note: line.note,
                    evidence: line.evidence, view: line.view, guideline: line.guideline ?? guideline,
                    isBlind: line.isBlind, scoreSeen: line.scoreSeen)
                ids.insert(event.id)
                heads[subject] = event.id
                outcome.written.append(event)
            } catch let problem as LabelLineProblem {
                outcome.refused.append(problem)
            }
        }
        outcome.refused.sort { ($0.line, $0.field) < ($1.line, $1.field) }
        if !isTrial { try record(outcome.written) }
        return outcome
    }

    private func subject(of line: LabelLine) throws -> Subject {
        let kinds: [Subject.Kind] = line.kind.map { [$0] } ?? [.account, .cluster]
        for kind in kinds {
            let table = kind == .account ? "accountFact" : "cluster"
            let isThere = try read { db in
                try db.count("SELECT count(*) FROM \(table) WHERE id = ?", [.text(line.subject)]) > 0
            }
            if isThere { return Subject(kind, line.subject) }
        }
        let what = line.kind?.rawValue ?? "account or cluster"
        throw LabelLineProblem(line: line.line, field: "subject", "is no \(what) of this cache")
    }

    private func refuse(_ line: LabelLine, unlessBy analyst: UntrustedText, at now: Instant, among ids: Set<String>)
        throws
    {
        if let name = line.analyst, name != analyst {
            throw LabelLineProblem(
                line: line.line, field: "analyst", "is somebody else: their labels come by sync, or they import them")
        }
        if let at = line.at, at > now {
            throw LabelLineProblem(line: line.line, field: "at", "lies in the future")
        }
        if let id = line.id, ids.contains(id) {
            throw LabelLineProblem(line: line.line, field: "id", "stands in the file twice")
        }
    }

    private func isKnown(_ line: LabelLine, _ subject: Subject, by analyst: UntrustedText) throws -> Bool {
        guard let id = line.id else {
            let head = try label(of: subject, by: analyst)
            return head?.label == line.label && head?.confidence ?? line.confidence == line.confidence
        }
        let sql = "SELECT document FROM labelEvent WHERE id = ?"
        let found: LabelEvent? = try read { db in try db.row(sql, [SQLValue(id)]) { try $0.document(0) } }
        guard let found else { return false }
        guard found.subject == subject, found.analyst == analyst, found.label == line.label else {
            throw LabelLineProblem(line: line.line, field: "id", "is that of another label in this cache")
        }
        return true
    }
}
