import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ClusterChangeScreenTests {
    /// The world after another run: a member of C-003 was banned and left, another was banned and stays, one joined.
    private func later() throws -> EvidenceCache {
        let cache = try Fixture.cache()
        let (banned, limited) = (Fixture.Member.all[6].id, Fixture.Member.all[7].id)
        let fresh = AccountID("acct-f00dfeed")
        let ban = Fixture.now - 6 * Instant.hour
        var cluster = try #require(try cache.cluster(ClusterID("C-003"), for: Fixture.viewer)).cluster
        cluster.exchanges += 40
        let old = Membership(cluster: cluster.id, account: banned, weight: 1, kinds: [])
        let new = Membership(
            cluster: cluster.id, account: fresh, weight: 0.99, kinds: [.content], indicators: [IndicatorID("span:118")])
        var account = Account(
            id: fresh, exchanges: 21, conversations: 4, keys: 1, firstAt: ban + 4 * Instant.minute, lastAt: Fixture.now)
        account.score = 0.81
        let outcomes = [(banned, Outcome.Kind.banned), (limited, .limited)].map { account, what in
            Outcome(
                id: "o-\(what.rawValue)", account: account, what: what, at: ban, analyst: UntrustedText("trust-team"))
        }
        var sequence: Int64 = 1_000_000
        func record(_ kind: FeedKind, _ id: String, _ revision: Int64, _ thing: (any Encodable)?) throws -> FeedRecord {
            sequence += 1
            return FeedRecord(
                sequence: sequence, kind: kind, id: id, revision: revision, isDeleted: thing == nil,
                document: try thing.map { try FeedDocument.encode($0) } ?? Data())
        }
        let records = [
            try record(.account, "acct-f00dfeed", 1, account), try record(.cluster, "C-003", 2, cluster),
            try record(.membership, FeedRecord.id(of: new), 1, new),
            try record(.membership, FeedRecord.id(of: old), 2, nil),
            try record(.outcome, outcomes[0].id, 1, outcomes[0]), try record(.outcome, outcomes[1].id, 1, outcomes[1]),
        ]
        try cache.apply(
            FeedPage(epoch: "epoch-1", records: records, next: FeedCursor("c2"), hasMore: false), at: Fixture.now)
        return cache
    }

    @Test func `what changed since the last run stands beside the drawing, and with each member`() throws {
        let cache = try later()
        let console = try Fixture.console("view:cluster id:C-003", 160, 48, on: cache)
        let text = console.grid.text
        #expect(text.contains("joined"))
        #expect(text.contains("left (1 banned, last 05-21 00:00Z)"))
        #expect(text.contains("came in the place of banned ones, within 4 min"))
        #expect(text.contains("limited 05-21"))
        try expectSnapshot(console.grid, "cluster-changed-160x48")
        try expectScreens("view:clusters", "clusters-changed", on: cache)
    }
}
