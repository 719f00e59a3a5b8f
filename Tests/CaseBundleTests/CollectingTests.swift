import Evidence
import EvidenceCache
import Feed
import Foundation
import HostileText
import Testing

@testable import CaseBundle

@Suite("Collecting a case from the cache")
struct CollectingTests {
    private let sample = SampleCase.contents()
    private let alice = UntrustedText("alice")

    /// A cache that holds the sample's accounts, cluster and exchanges, an account of no concern, and an open case.
    private func cache() throws -> (cache: EvidenceCache, id: CaseID) {
        let cache = try EvidenceCache.inMemory()
        var records: [FeedRecord] = []
        func add(_ kind: FeedKind, _ id: String, _ thing: some Encodable) throws {
            records.append(
                FeedRecord(
                    sequence: Int64(records.count + 1), kind: kind, id: id, revision: 1,
                    document: try FeedDocument.encode(thing)))
        }
        var stranger = sample.accounts[0]
        stranger.id = AccountID("acct-99")
        for account in sample.accounts + [stranger] { try add(.account, account.id.text.verbatim, account) }
        for flag in sample.flags { try add(.flag, flag.id.text.verbatim, flag) }
        for signal in sample.signals { try add(.signal, FeedRecord.id(of: signal), signal) }
        for cluster in sample.clusters { try add(.cluster, cluster.id.text.verbatim, cluster) }
        for membership in sample.memberships { try add(.membership, FeedRecord.id(of: membership), membership) }
        for edge in sample.edges { try add(.edge, FeedRecord.id(of: edge), edge) }
        for indicator in sample.indicators { try add(.indicator, indicator.id.text.verbatim, indicator) }
        for template in sample.templates { try add(.template, template.id.text.verbatim, template) }
        for evidence in sample.exchanges {
            let document = ExchangeDocument(
                exchange: evidence.exchange, target: evidence.target, template: evidence.template,
                matches: evidence.matches)
            try add(.exchange, evidence.exchange.id.text.verbatim, document)
        }
        _ = try cache.apply(
            FeedPage(epoch: "e1", records: records, next: FeedCursor("c8123"), hasMore: false), at: SampleCase.start)
        let id = try cache.openCase(titled: sample.matter.title, by: alice, at: SampleCase.start).id
        return (cache, id)
    }

    private func collect(_ id: CaseID, in cache: EvidenceCache, by analyst: String = "alice") throws -> BundleContents {
        let viewer = Viewer(analyst: UntrustedText(analyst), now: SampleCase.now)
        return try BundleContents.collect(id, in: cache, for: viewer, tool: "stillwatch 1.0.0").ordered()
    }

    @Test func `a cluster brings its members with all that is known of them, and nobody else`() throws {
        let (cache, id) = try cache()
        try cache.add([.cluster(ClusterID("C-003"))], to: id, by: alice, at: SampleCase.start)
        let contents = try collect(id, in: cache)
        let expected = sample.ordered()
        #expect(contents.accounts.map(\.id) == expected.accounts.map(\.id))
        #expect(contents.clusters == expected.clusters)
        #expect(contents.memberships == expected.memberships)
        #expect(contents.edges == expected.edges)
        #expect(contents.indicators == expected.indicators)
        #expect(contents.templates == expected.templates)
        #expect(contents.signals == expected.signals)
        #expect(contents.flags.map(\.id) == expected.flags.map(\.id))
        #expect(contents.exchanges.map(\.exchange) == expected.exchanges.map(\.exchange))
        #expect(contents.exchanges.map(\.matches) == expected.exchanges.map(\.matches))
        #expect(contents.exchanges.allSatisfy { $0.source?.count == 64 })
        #expect(contents.scope.exchanges == 812)
        #expect(contents.scope.members == 2)
        #expect(contents.scope.cursor == "c8123")
    }

    @Test func `one exchange brings its account, but no other text of it`() throws {
        let (cache, id) = try cache()
        try cache.add([.exchange(ExchangeID("ex-1"))], to: id, by: alice, at: SampleCase.start)
        let contents = try collect(id, in: cache)
        #expect(contents.exchanges.map(\.exchange.id) == [ExchangeID("ex-1")])
        #expect(contents.accounts.map(\.id) == [AccountID("acct-2")])
        #expect(contents.clusters == [])
    }

    @Test func `others' labels are absent, one's own are whole`() throws {
        let (cache, id) = try cache()
        try cache.add([.account(AccountID("acct-1"))], to: id, by: alice, at: SampleCase.start)
        try cache.record(sample.labels)
        #expect(try collect(id, in: cache).labels == sample.labels)
        #expect(try collect(id, in: cache, by: "bob").labels == [])
    }

    @Test func `what was collected is written, and valid by every rule, its chain too`() throws {
        let (cache, id) = try cache()
        try cache.add([.cluster(ClusterID("C-003"))], to: id, by: alice, at: SampleCase.start)
        try cache.addNote(UntrustedText("Both pay alike."), to: id, by: alice, at: SampleCase.start)
        try cache.record(sample.labels)
        try cache.append(.viewed, subject: UntrustedText("acct-99"), actor: alice, at: SampleCase.start)
        try cache.append(.synced, actor: alice, at: SampleCase.start)
        let contents = try collect(id, in: cache)
        let workshop = try Workshop()
        let verification = try workshop.verify(try workshop.bag(contents)) { $0.allowedSigners = workshop.signers }
        #expect(verification.problems == [])
        #expect(verification.bag.auditHead == UntrustedText(try cache.chainHead().hash))
    }

    @Test func `a case that is not there is named`() throws {
        let (cache, _) = try cache()
        #expect(throws: CacheProblem.notFound(kind: "case", id: "case-99")) {
            try collect(CaseID("case-99"), in: cache)
        }
    }
}
