import Evidence
import EvidenceCache
import HostileText
import TextUI

/// Whose traffic a screen is about.
enum Whose: Hashable, Sendable {
    /// One account's, or that of a cluster's members.
    case one(Subject)
    /// That of several accounts and clusters together: marked rows of the queue, perhaps.
    case several([Subject])
    /// That of a campaign: the accounts of a case and the members of its clusters.
    case campaign(CaseID)
    /// That of the accounts which a filter lets through.
    case filtered(String)
    /// Everybody's.
    case everybody

    /// How many marked rows a view may be about, so that its state can be copied and kept.
    static let most = 500

    /// Reads whom a view is about: `id:`, `ids:`, `case:` or `q:`; nothing means everybody.
    init(_ state: ViewState) {
        if state["ids"] != nil {
            let subjects = state.subjects
            self = subjects.count == 1 ? .one(subjects[0]) : subjects.isEmpty ? .everybody : .several(subjects)
        } else if let subject = state.subject {
            self = .one(subject)
        } else if let matter = state["case"] {
            self = .campaign(CaseID(matter))
        } else if let filter = state["q"], !filter.isEmpty {
            self = .filtered(filter)
        } else {
            self = .everybody
        }
    }

    /// The accounts and clusters that are named; none for a campaign, a filter and everybody.
    var subjects: [Subject] {
        switch self {
        case .one(let subject): [subject]
        case .several(let subjects): subjects
        case .campaign, .filtered, .everybody: []
        }
    }

    /// The one that it is about, if it is about one.
    var only: Subject? {
        if case .one(let subject) = self { return subject }
        return nil
    }

    /// The same, where the id of a cluster was written without saying that it is one.
    func resolved(in cache: EvidenceCache, for viewer: Viewer) throws -> Whose {
        guard case .one(.account(let id)) = self, try cache.account(id) == nil else { return self }
        let cluster = ClusterID(id.text)
        return try cache.cluster(cluster, for: viewer) == nil ? self : .one(.cluster(cluster))
    }

    /// Whose exchanges the cache is asked for.
    ///
    /// - Throws: `FilterProblem` for a filter that cannot be read.
    func scope(for viewer: Viewer) throws -> Scope {
        switch self {
        case .one(let subject): Scope(subject)
        case .several(let subjects): .subjects(subjects)
        case .campaign(let id): .campaign(id)
        case .filtered(let text): .selection(try Filter(parsing: text), viewer)
        case .everybody: .everything
        }
    }

    /// Whether a filter may take its place: that of everybody may be narrowed.
    var filterAvailability: Availability {
        switch self {
        case .everybody, .filtered: .available
        case .one, .several, .campaign: .unavailable("a filter narrows all traffic: g t shows its targets")
        }
    }

    /// What the breadcrumb calls it; `nil` for everybody.
    var name: SafeText? {
        switch self {
        case .one(let subject): SafeText(subject.text, limit: 40)
        case .several(let subjects): Self.count(of: subjects)
        case .campaign(let id): "campaign of \(SafeText(id.text, limit: 40))"
        case .filtered(let text): SafeText(UntrustedText(text), limit: 60)
        case .everybody: nil
        }
    }

    /// A sentence for where none of its exchanges is cached.
    func emptySentence(_ context: ScreenContext) -> StyledText {
        switch self {
        case .one(let subject): "no exchange of \(context.safe(subject.text, columns: 40)) is in the cache"
        case .several: "no exchange of these is in the cache"
        case .campaign(let id):
            "\(context.safe(id.text, columns: 40)) holds no account and no cluster of which an exchange is cached"
        case .filtered: "no account with exchanges passes the filter"
        case .everybody: "no exchange is in the cache yet: stillwatch sync brings them, g s shows how far it is"
        }
    }

    /// Subjects in words: `3 accounts`, `2 accounts and 1 cluster`.
    static func count(of subjects: [Subject]) -> SafeText {
        let accounts = subjects.count { $0.kind == .account }
        let clusters = subjects.count - accounts
        switch (accounts, clusters) {
        case (_, 0): return Count.safe(accounts, "account")
        case (0, _): return Count.safe(clusters, "cluster")
        default: return "\(Count.safe(accounts, "account")) and \(Count.safe(clusters, "cluster"))"
        }
    }
}

extension ViewState {
    /// The state of a view about the same as another: one thing, several, a campaign, a filter, or everybody.
    init(view: String, asIn other: ViewState) {
        self.init(view: view)
        if other.view == ScreenKind.case.rawValue {
            self["case"] = other["id"]
            return
        }
        for key in ["id", "of", "ids", "case", "q"] { self[key] = other[key] }
    }
}
