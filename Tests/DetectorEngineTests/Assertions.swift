import Evidence
import Feed
import Foundation
import HostileText
import Testing

/// Everything that a feed asserts, in a form in which two feeds compare: clusters go by their members instead of the ids
/// that they happen to have, and flags without the time when they were first raised.
struct Assertions: Equatable {
    private(set) var documents: [String: Data] = [:]
    private(set) var accounts: Set<Account> = []
    private(set) var signals: Set<Signal> = []
    private(set) var clusters: Set<Cluster> = []
    private(set) var memberships: Set<Membership> = []
    private(set) var edges: Set<Edge> = []
    private(set) var flags: Set<Flag> = []

    /// Reads a feed.
    init(_ feed: [FeedRecord]) throws {
        let records = feed.filter { !$0.isDeleted }
        let names = try Assertions.names(records)
        for record in records {
            switch record.kind {
            case .account:
                var account = try FeedDocument.decode(Account.self, from: record.document)
                account.cluster = account.cluster.flatMap { names[$0] }
                accounts.insert(account)
            case .signal:
                var signal = try FeedDocument.decode(Signal.self, from: record.document)
                signal.subject = signal.subject.named(names)
                signals.insert(signal)
            case .cluster:
                var cluster = try FeedDocument.decode(Cluster.self, from: record.document)
                cluster.id = names[cluster.id] ?? cluster.id
                clusters.insert(cluster)
            case .membership:
                var membership = try FeedDocument.decode(Membership.self, from: record.document)
                membership.cluster = names[membership.cluster] ?? membership.cluster
                memberships.insert(membership)
            case .edge: edges.insert(try FeedDocument.decode(Edge.self, from: record.document))
            case .flag: try add(FeedDocument.decode(Flag.self, from: record.document), names)
            default: documents["\(record.kind.rawValue) \(record.id)"] = record.document
            }
        }
    }

    private mutating func add(_ flag: Flag, _ names: [ClusterID: ClusterID]) {
        var flag = flag
        flag.subject = flag.subject.named(names)
        flag.id = FlagID(flag.subject.text)
        flag.at = flag.confirmedAt
        flag.cluster = flag.cluster.flatMap { names[$0] }
        flags.insert(flag)
    }

    /// For each cluster, the members as a name.
    private static func names(_ records: [FeedRecord]) throws -> [ClusterID: ClusterID] {
        var members: [ClusterID: [String]] = [:]
        for record in records where record.kind == .membership {
            let membership = try FeedDocument.decode(Membership.self, from: record.document)
            members[membership.cluster, default: []].append(membership.account.text.verbatim)
        }
        return members.mapValues { ClusterID($0.sorted().joined(separator: " ")) }
    }

    /// Where two feeds differ, in words.
    func differences(from other: Assertions) -> [String] {
        var differences: [String] = []
        func compare<Thing>(_ name: String, _ ours: Set<Thing>, _ theirs: Set<Thing>) {
            if ours != theirs {
                differences.append("\(ours.subtracting(theirs).count) \(name) of \(ours.count), \(theirs.count) differ")
            }
        }
        compare("accounts", accounts, other.accounts)
        compare("signals", signals, other.signals)
        compare("clusters", clusters, other.clusters)
        compare("memberships", memberships, other.memberships)
        compare("edges", edges, other.edges)
        compare("flags", flags, other.flags)
        let keys = Set(documents.keys).union(other.documents.keys).sorted()
        differences += keys.filter { documents[$0] != other.documents[$0] }.prefix(5)
        return differences
    }
}

extension Subject {
    fileprivate func named(_ names: [ClusterID: ClusterID]) -> Subject {
        if case .cluster(let id) = self { return .cluster(names[id] ?? id) }
        return self
    }
}
