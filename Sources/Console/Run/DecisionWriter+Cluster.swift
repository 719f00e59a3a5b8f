import Evidence
import EvidenceCache
import HostileText
import TextUI

extension DecisionWriter {
    /// Labels a cluster and its members but for some, in one transaction, as one deed.
    func labelAll(
        of cluster: ClusterID, without excepted: Set<AccountID>, as label: Label, _ confidence: Confidence,
        view: String, for decision: Decision, now: Instant
    ) throws -> StyledText {
        let members = try cache.accounts(of: cluster, without: excepted)
        let ids = try record([.cluster(cluster)] + members.map { .account($0) }, now: now) { event in
            event.label = label
            event.confidence = confidence
            event.view = view
        }
        note(.labelled(ids, decision))
        let name = SafeText(cluster.text, limit: 40)
        let count = SafeText(ours: Count.text(members.count, "account"))
        let rest: SafeText =
            excepted.isEmpty ? "" : ", \(SafeText(ours: Count.text(excepted.count, "exception"))) left out"
        let what: SafeText = "\(SafeText(ours: label.rawValue)), \(SafeText(ours: confidence.word))"
        return ["\(name) and \(count) labelled \(what)\(rest)", Self.undoHint]
    }

    /// Mutes a shared value, or hears it again.
    func record(_ indicator: IndicatorID, isMuted: Bool, now: Instant) throws -> Mute {
        let mute = Mute(
            id: settings.newID(), indicator: indicator, isMuted: isMuted, analyst: settings.analyst, at: now)
        try cache.record(mute)
        return mute
    }

    /// A mute in words.
    func name(_ mute: Mute) throws -> StyledText {
        let indicator = try cache.indicator(mute.indicator)?.indicator
        let kind = SafeText(ours: indicator?.kind.word ?? "value")
        let value = SafeText(indicator?.value ?? mute.indicator.text, limit: 24)
        return mute.isMuted ? "\(kind) \(value) muted: not related" : "\(kind) \(value) is heard again"
    }
}
