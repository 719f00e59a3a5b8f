public import CaseBundle
import Evidence
public import EvidenceCache
public import HostileText
import Synchronization
import TextUI

/// Writes what an analyst decides, and undoes it by compensating events: history only grows.
public final class DecisionWriter: Sendable {
    let cache: EvidenceCache
    let settings: Settings
    private let deeds = Mutex(DeedLog())

    /// What every decision bears.
    public struct Settings: Sendable {
        /// Whose decisions they are.
        public var analyst: UntrustedText
        /// The version of the guideline in force.
        public var guideline: String
        /// The program and its version, for bundles.
        public var tool: String
        /// What signs bundles; `nil` where there is no `ssh-keygen`.
        public var keygen: SSHKeygen?
        /// Makes UUIDs, lower-case. Random in the program, counted in tests.
        public var newID: @Sendable () -> String

        /// Makes settings.
        public init(
            analyst: UntrustedText, guideline: String, tool: String, keygen: SSHKeygen? = nil,
            newID: @escaping @Sendable () -> String
        ) {
            self.analyst = analyst
            self.guideline = guideline
            self.tool = tool
            self.keygen = keygen
            self.newID = newID
        }
    }

    /// Makes a writer.
    public init(cache: EvidenceCache, settings: Settings) {
        self.cache = cache
        self.settings = settings
    }

    /// Writes a decision.
    func write(_ decision: Decision, now: Instant) throws -> Decided {
        switch decision {
        case .label(let subjects, let label, let confidence, let view):
            let ids = try record(subjects, now: now) { event in
                event.label = label
                event.confidence = confidence
                event.evidence = try cache.takePins(of: event.subject)
                event.view = view
            }
            note(.labelled(ids, decision))
            let what: SafeText = "\(SafeText(ours: label.rawValue)), \(SafeText(ours: confidence.word))"
            return Decided(decision: decision, sentence: ["\(name(subjects)) labelled \(what)", Self.undoHint])
        case .labelCluster(let cluster, let excepted, let label, let confidence, let view):
            let sentence = try labelAll(
                of: cluster, without: excepted, as: label, confidence, view: view, for: decision, now: now)
            return Decided(decision: decision, sentence: sentence)
        case .mute(let indicator, let isMuted):
            let mute = try record(indicator, isMuted: isMuted, now: now)
            note(.muted(mute))
            return Decided(decision: decision, sentence: [try name(mute), Self.undoHint])
        case .outcome(let subjects, let what, let excepted):
            let sentence = try record(what, of: subjects, without: excepted, for: decision, now: now)
            return Decided(decision: decision, sentence: sentence)
        case .unlabel(let subjects):
            let ids = try record(subjects, now: now) { event in event.label = nil }
            note(.labelled(ids, decision))
            return Decided(decision: decision, sentence: ["took the label of \(name(subjects)) back", Self.undoHint])
        case .openCase(let title, let things):
            let matter = try cache.openCase(titled: title, by: settings.analyst, at: now)
            if !things.isEmpty {
                try cache.add(things, to: matter.id, by: settings.analyst, at: now)
                note(.added(things, matter.id))
            }
            return Decided(
                decision: decision,
                sentence: ["opened ", StyledText(SafeText(matter.id.text), .accent), " with \(things.count)"])
        case .addToCase(let id, let things):
            let added = try cache.add(things, to: id, by: settings.analyst, at: now)
            note(.added(things, id))
            return Decided(
                decision: decision,
                sentence: [
                    "put \(added) of \(things.count) into ", StyledText(SafeText(id.text), .accent), Self.undoHint,
                ])
        case .removeFromCase(let id, let thing):
            try cache.remove(thing, from: id, by: settings.analyst, at: now)
            note(.removed([thing], id))
            return Decided(
                decision: decision,
                sentence: ["took one out of ", StyledText(SafeText(id.text), .accent), Self.undoHint])
        case .note(let id, let text):
            try cache.addNote(text, to: id, by: settings.analyst, at: now)
            return Decided(decision: decision, sentence: "noted")
        case .closeCase(let id):
            try cache.closeCase(id, by: settings.analyst, at: now)
            return Decided(decision: decision, sentence: ["closed ", StyledText(SafeText(id.text), .accent)])
        case .exportCase(let id, let directory, let key):
            return Decided(decision: decision, sentence: try export(id, below: directory, key: key, now: now))
        }
    }

    /// Undoes the last decision of this sitting.
    func undo(now: Instant) throws -> Decided {
        guard let deed = deeds.withLock({ $0.takeLast() }) else { throw Problem("there is nothing left to undo") }
        let reverse = try compensate(deed, now: now)
        deeds.withLock { $0.noteUndone(reverse.deed) }
        return Decided(decision: reverse.decision, sentence: ["undone: ", reverse.sentence], isReplay: true)
    }

    /// Does again what was undone last.
    func redo(now: Instant) throws -> Decided {
        guard let deed = deeds.withLock({ $0.takeUndone() }) else { throw Problem("there is nothing to do again") }
        let reverse = try compensate(deed, now: now)
        deeds.withLock { $0.noteRedone(reverse.deed) }
        return Decided(decision: reverse.decision, sentence: ["done again: ", reverse.sentence], isReplay: true)
    }

    /// Takes a flag up.
    ///
    /// - Returns: who was on it before, if it is somebody else.
    func claim(_ flag: FlagID, now: Instant) throws -> Claim? {
        let claim = try cache.claim(flag, by: settings.analyst, at: now)
        return claim.analyst == settings.analyst ? nil : claim
    }

    /// Records that a subject was looked at.
    func noteViewed(_ subject: Subject, now: Instant) throws {
        try cache.append(.viewed, subject: subject.text, details: [:], actor: settings.analyst, at: now)
    }

    /// Remembers what the next start should open.
    func remember(_ state: ViewState) throws {
        try cache.setConsoleState(Self.stateKey, to: state.text)
        try cache.setConsoleState(Self.seenKey, to: String(try cache.flagNews(since: 0).last))
    }

    /// What came for the queue since the analyst left, as a sentence; `nil` where nothing did, or nobody was here before.
    public static func news(in cache: EvidenceCache) throws -> Notice? {
        guard let seen = try cache.consoleState(seenKey).flatMap(Int64.init) else { return nil }
        let news = try cache.flagNews(since: seen)
        guard news.new + news.changed > 0 else { return nil }
        let new = SafeText(ours: Count.text(news.new, "new flag"))
        let changed: SafeText = news.changed == 0 ? "" : ", \(SafeText(ours: Count.text(news.changed))) changed"
        return Notice("since you left: \(new)\(changed)   :sort raised shows the newest first")
    }

    /// The key under which the newest flag that was there is kept.
    private static let seenKey = "flags seen"

    /// Pins a piece of evidence to the analyst's next label on a subject, or takes it off.
    func pin(_ evidence: EvidenceReference, to subject: Subject) throws -> Notice {
        let pins = try cache.pin(evidence, to: subject)
        let what: SafeText = pins.contains(evidence) ? "pinned" : "took the pin off"
        return Notice("\(what); \(pins.count) on the next label of \(SafeText(subject.text, limit: 40))")
    }

    /// Everybody's labels of a subject, oldest first. The look is written down before it is taken.
    func reveal(_ subject: Subject, now: Instant) throws -> [LabelEvent] {
        let proof = try cache.revealLabels(of: subject, by: settings.analyst, at: now)
        return try cache.labelHistory(
            of: subject, for: Viewer(analyst: settings.analyst, sight: .all(proof), now: now))
    }

    /// Opens everybody's labels of all subjects to this analyst. The look is written down first.
    func revealAll(now: Instant) throws -> Reveal {
        try cache.revealLabels(of: nil, by: settings.analyst, at: now)
    }

    /// Keeps lines typed, saved views and macros.
    func keep(_ memory: ConsoleMemory) throws {
        try cache.setConsoleState(ConsoleMemory.key, to: try memory.text())
    }

    /// The key under which the last view is kept.
    public static let stateKey = "view"

    static let undoHint = StyledText("   u undoes", .muted)

    func note(_ deed: Deed) {
        deeds.withLock { $0.note(deed) }
    }

    func record(
        _ subjects: [Subject], now: Instant, _ fill: (inout LabelEvent) throws -> Void
    ) throws -> [String] {
        let viewer = Viewer(analyst: settings.analyst, now: now)
        let events = try subjects.map { subject in
            var event = LabelEvent(
                id: settings.newID(), subject: subject, label: nil, analyst: settings.analyst, at: now,
                supersedes: try cache.label(of: subject, by: settings.analyst)?.event,
                guideline: settings.guideline, scoreSeen: try cache.flag(on: subject, for: viewer)?.flag.score)
            try fill(&event)
            return event
        }
        try cache.record(events)
        return events.map(\.id)
    }

    /// Takes a deed back, and says which deed would take that back.
    private func compensate(_ deed: Deed, now: Instant) throws -> (deed: Deed, decision: Decision, sentence: StyledText)
    {
        switch deed {
        case .labelled(let ids, let decision):
            let events = try ids.map {
                try cache.undoing($0, as: settings.newID(), at: now, guideline: settings.guideline)
            }
            try cache.record(events)
            let label = events.first?.label.map { SafeText(ours: $0.rawValue) } ?? "no label"
            return (
                .labelled(events.map(\.id), decision), decision,
                "\(name(events.map(\.subject))) \(events.count == 1 ? "has" : "have") \(label)"
            )
        case .muted(let mute):
            let reverse = try record(mute.indicator, isMuted: !mute.isMuted, now: now)
            return (
                .muted(reverse), .mute(reverse.indicator, isMuted: reverse.isMuted), try name(reverse)
            )
        case .recorded(let events, let decision):
            let reverse = try cache.outcomes(undoing: events, at: now, newID: settings.newID)
            try cache.record(reverse, at: now)
            return (.recorded(reverse, decision), decision, StyledText(name(reverse)))
        case .added(let things, let id):
            for thing in things { try cache.remove(thing, from: id, by: settings.analyst, at: now) }
            return (
                .removed(things, id), .addToCase(id, things),
                "\(things.count) taken out of \(SafeText(id.text))"
            )
        case .removed(let things, let id):
            try cache.add(things, to: id, by: settings.analyst, at: now)
            return (
                .added(things, id), .addToCase(id, things), "\(things.count) put back into \(SafeText(id.text))"
            )
        }
    }

    private func export(_ id: CaseID, below directory: String, key: String?, now: Instant) throws -> StyledText {
        var signature: SignatureRequest?
        if let key {
            guard let keygen = settings.keygen else { throw SignatureProblem.sshKeygenMissing }
            signature = SignatureRequest(key: key, program: keygen)
        }
        let export = CaseExport(directory: directory, signature: signature, tool: settings.tool)
        let written = try export.run(id, in: cache, for: Viewer(analyst: settings.analyst, now: now))
        let signed: StyledText = key == nil ? StyledText(", unsigned", .warning) : ", signed"
        return [
            "wrote \(SafeText(UntrustedText(written.path), limit: 200))", signed,
            "; the case shows whether it is whole",
        ]
    }

    private func name(_ subjects: [Subject]) -> SafeText {
        subjects.count == 1
            ? SafeText(subjects[0].text, limit: 40) : SafeText(ours: Count.text(subjects.count, "subject"))
    }
}
