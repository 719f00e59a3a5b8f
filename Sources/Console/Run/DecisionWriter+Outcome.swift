import Evidence
import EvidenceCache
import HostileText
import TextUI

extension DecisionWriter {
    /// Records what became of accounts, or takes back what this analyst recorded of them, and says which.
    ///
    /// - Throws: a ``Problem`` where there is nothing to write.
    func record(
        _ what: Outcome.Kind?, of subjects: [Subject], without excepted: Set<AccountID>, for decision: Decision,
        now: Instant
    ) throws -> StyledText {
        let accounts = try accounts(of: subjects, without: excepted)
        let events = try cache.outcomes(
            recording: what, of: accounts, by: settings.analyst, at: now, newID: settings.newID)
        guard !events.isEmpty else {
            let whom = accounts.count == 1 ? "it" : "them"
            throw Problem(
                accounts.isEmpty
                    ? "there is no account to record it of"
                    : what.map { "\($0.rawValue) is the latest of \(whom) already; nothing was recorded" }
                        ?? "you have recorded no outcome of \(whom) that could be taken back")
        }
        try cache.record(events, at: now)
        note(.recorded(events, decision))
        let left = accounts.count - Set(events.map(\.account)).count
        let why: SafeText = what == nil ? "had none of yours" : "already"
        let rest: SafeText = left == 0 ? "" : ", \(SafeText(ours: Count.text(left))) \(why)"
        return ["\(name(events))\(rest)", Self.undoHint]
    }

    /// Outcomes in words: `acct-1 recorded as banned`.
    func name(_ events: [Outcome]) -> SafeText {
        let accounts = Set(events.map(\.account))
        let who =
            accounts.count == 1
            ? SafeText(events[0].account.text, limit: 40) : SafeText(ours: Count.text(accounts.count, "account"))
        let kinds = Set(events.map(\.what))
        let what = SafeText(
            ours: Outcome.Kind.allCases.filter { kinds.contains($0) }.map(\.rawValue).joined(separator: ", "))
        return events.contains { $0.takesBack == nil }
            ? "\(who) recorded as \(what)" : "took \(what) of \(who) back"
    }

    /// The accounts that subjects are or hold, each once, in their order.
    private func accounts(of subjects: [Subject], without excepted: Set<AccountID>) throws -> [AccountID] {
        var seen: Set<AccountID> = []
        return try subjects.flatMap { subject in
            switch subject {
            case .account(let id): [id]
            case .cluster(let id): try cache.accounts(of: id, without: excepted)
            }
        }.filter { seen.insert($0).inserted }
    }
}
