import Evidence
import HostileText
import Testing

@testable import Detection

@Suite("Detector")
struct DetectorTests {
    private func world(_ seed: UInt64 = 7) -> SmallWorld {
        var world = SmallWorld(seed: seed)
        world.addOrdinary(90, exchanges: 8)
        world.addCampaign("north", accounts: 16)
        return world
    }

    @Test func `a campaign with a template and shared payments is one coordinated cluster of flagged accounts`() throws
    {
        let world = world()
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let cluster = try #require(findings.clusters.first)
        #expect(findings.clusters.count == 1)
        #expect(cluster.id == ClusterID("C-001"))
        #expect(cluster.status == .coordinated)
        #expect(cluster.kinds == [.content, .payment])
        #expect(cluster.size == 16)
        let flagged = findings.accounts.filter(\.isFlagged).map(\.id.text.verbatim)
        #expect(flagged.count == 16)
        #expect(flagged.allSatisfy { $0.hasPrefix("acct-north") })
        #expect(findings.flags.contains { $0.subject == .cluster(cluster.id) })
    }

    @Test func `findings do not depend on the order of the log or on repeated records`() {
        let world = world()
        let forward = DetectionInput(exchanges: world.exchanges, asOf: world.asOf)
        let shuffled = world.exchanges.sorted {
            StableHash.of($0.id.text.verbatim) < StableHash.of($1.id.text.verbatim)
        }
        let backward = DetectionInput(exchanges: shuffled + world.exchanges.prefix(50), asOf: world.asOf)
        var one = Detector().findings(in: forward)
        var other = Detector().findings(in: backward)
        #expect(Set(one.annotations) == Set(other.annotations))
        one.annotations = []
        other.annotations = []
        #expect(one == other)
    }

    @Test func `what comes after the time asked about does not count`() {
        let world = world()
        let middle = SmallWorld.start + 5 * Instant.day
        let all = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: middle))
        let early = Detector().findings(
            in: DetectionInput(exchanges: world.exchanges.filter { $0.at <= middle }, asOf: middle))
        #expect(all.accounts == early.accounts)
        #expect(all.clusters == early.clusters)
    }

    @Test func `contributions and the base sum up to the score`() {
        let world = world()
        let detector = Detector()
        let findings = detector.findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let sums = Dictionary(grouping: findings.signals) { $0.subject }.mapValues {
            $0.reduce(0) { $0 + $1.contribution }
        }
        for account in findings.accounts {
            let sum = sums[.account(account.id)] ?? .nan
            #expect(abs(detector.model.score(contributions: sum) - (account.score ?? .nan)) < 1e-12)
        }
    }

    @Test func `a cluster keeps its id and its flag the time it was raised when members come and go`() throws {
        var world = world()
        let first = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let old = try #require(first.clusters.first)
        let previous = PreviousRun(
            clusters: [
                .init(
                    id: ClusterID("C-041"), members: first.memberships.filter { $0.cluster == old.id }.map(\.account)),
                .init(id: ClusterID("C-077"), members: []),
            ], flags: first.flags.map { .init(id: $0.id, subject: $0.subject, at: SmallWorld.start) })
        world.addCampaign("south", accounts: 12)
        world.addCampaign("north", accounts: 18, exchanges: 3)
        let second = Detector().findings(
            in: DetectionInput(exchanges: world.exchanges, previous: previous, asOf: world.asOf))
        #expect(Set(second.clusters.map(\.id)) == [ClusterID("C-041"), ClusterID("C-078")])
        let again = try #require(second.flags.first { $0.subject == .account(AccountID("acct-north0")) })
        #expect(again.at == SmallWorld.start)
        #expect(again.confirmedAt == world.asOf)
    }

    @Test func `a muted payment no longer ties accounts together`() {
        let world = world()
        let first = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let mutes = first.indicators.filter { $0.kind == .payment }.map {
            Mute(
                id: $0.id.text.verbatim, indicator: $0.id, isMuted: true, analyst: UntrustedText("a"),
                at: SmallWorld.start)
        }
        #expect(!mutes.isEmpty)
        let second = Detector().findings(in: DetectionInput(exchanges: world.exchanges, mutes: mutes, asOf: world.asOf))
        #expect(second.clusters.allSatisfy { !$0.kinds.contains(.payment) })
    }

    @Test func `a missing column is not available and never zero`() throws {
        var world = SmallWorld(seed: 3)
        for _ in 0..<30 { world.add("acct-1", at: world.anyTime(), prompt: "") { $0.text = nil } }
        let findings = Detector().findings(in: DetectionInput(exchanges: world.exchanges, asOf: world.asOf))
        let payment = try #require(findings.signals.first { $0.name == .sharedPayment })
        #expect(payment.value == nil)
        #expect(payment.contribution == 0)
        #expect(payment.note == "the log carries no payment")
        let template = try #require(findings.signals.first { $0.name == .sharedTemplate })
        #expect(template.value == nil)
    }

    @Test func `a log without exchanges has no findings`() {
        let findings = Detector().findings(in: DetectionInput(exchanges: [], asOf: SmallWorld.start))
        #expect(findings == Findings(modelVersion: ScoreModel.shipped.title))
    }
}
