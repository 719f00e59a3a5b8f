import Evidence
import HostileText
import Testing

@testable import Detection

private func entry(
    _ kind: AllowList.Kind, _ value: String, until: Instant? = nil
) -> AllowList.Entry {
    AllowList.Entry(kind: kind, value: UntrustedText(value), reason: "agreed in May", who: "ana", until: until)
}

private func findings(_ world: SmallWorld, _ entries: AllowList.Entry...) -> Findings {
    var input = DetectionInput(exchanges: world.exchanges, asOf: world.asOf)
    input.allowed = AllowList(entries)
    return Detector().findings(in: input)
}

struct AllowListTests {
    private let prompt =
        "You are the assistant of a campus service and answer in short plain sentences for all students here"

    /// Ordinary accounts, and twelve that share a range, a fixed system prompt and payments.
    private func world() -> SmallWorld {
        var world = SmallWorld(seed: 21)
        world.addOrdinary(60)
        for number in 0..<12 {
            for _ in 0..<15 {
                world.add("acct-s\(number)", at: world.anyTime(), prompt: world.words(14)) {
                    $0.text?.system = UntrustedText(prompt)
                    $0.organisation = OrganisationID("org-\(number)")
                    $0.origin.addressRange = "203.0.113.0/24"
                    $0.origin.userAgent = UntrustedText("campus/\(number)")
                    $0.standing.paymentHash = "pay-s\(number)"
                }
            }
        }
        return world
    }

    private func indicatorKinds(_ findings: Findings) -> Set<Indicator.Kind> { Set(findings.indicators.map(\.kind)) }

    @Test func `a range and a system prompt that are listed tie nobody, and the signals cite the entry`() throws {
        let plain = findings(world())
        #expect(indicatorKinds(plain).isSuperset(of: [.addressRange, .span]))
        let allowed = findings(world(), entry(.range, "203.0.112.0/20"), entry(.systemPrompt, prompt + " and staff"))
        #expect(indicatorKinds(allowed).isDisjoint(with: [.addressRange, .span]))
        #expect(allowed.clusters.isEmpty)
        let notes = allowed.signals.filter { $0.subject == .account(AccountID("acct-s3")) }.compactMap(\.note)
        #expect(notes.count { $0.hasPrefix("allow-list: agreed in May (ana)") } >= 2)
        #expect(allowed.notes.first?.contains("12 accounts, it ties nobody") == true)
        let others = allowed.signals.filter { $0.subject == .account(AccountID("acct-o3")) }.compactMap(\.note)
        #expect(others.allSatisfy { !$0.contains("allow-list") })
    }

    @Test func `what is added to a listed prompt still ties`() {
        var world = world()
        let span = world.words(16)
        for number in 0..<12 {
            for _ in 0..<15 {
                world.add("acct-x\(number)", at: world.anyTime(), prompt: world.words(14)) {
                    $0.text?.system = UntrustedText(prompt + " " + span)
                    $0.standing.paymentHash = "pay-x\(number)"
                }
            }
        }
        #expect(indicatorKinds(findings(world, entry(.systemPrompt, prompt))).contains(.span))
    }

    @Test func `permitted accounts are not flagged, their cluster neither, and it is said why`() throws {
        var world = SmallWorld(seed: 5)
        world.addOrdinary(80)
        world.addCampaign("c", accounts: 24)
        let plain = findings(world)
        let names = Set(plain.accounts.map(\.id).filter { $0.text.verbatim.hasPrefix("acct-c") })
        #expect(plain.flags.contains { $0.subject.kind == .cluster })
        var entries = names.map { entry(.account, $0.text.verbatim) }
        var input = DetectionInput(exchanges: world.exchanges, asOf: world.asOf)
        input.allowed = AllowList(entries)
        let allowed = Detector().findings(in: input)
        #expect(allowed.flags.isEmpty)
        #expect(allowed.accounts.allSatisfy { !$0.isFlagged })
        #expect(allowed.clusters == plain.clusters, "it is shown all the same")
        #expect(allowed.accounts.map(\.score) == plain.accounts.map(\.score))
        let strongest = try #require(allowed.signals.first { $0.subject == .account(AccountID("acct-c3")) })
        #expect(strongest.note?.hasPrefix("allow-list: agreed in May (ana)") == true)
        entries.removeLast()
        input.allowed = AllowList(entries)
        #expect(Detector().findings(in: input).flags.contains { $0.subject.kind == .cluster })
    }

    @Test func `a programme is a plan or a pathway, and an entry ends with its time`() {
        var world = SmallWorld(seed: 5)
        world.addOrdinary(80)
        world.addCampaign("c", accounts: 24)
        #expect(findings(world, entry(.programme, "tier-1")).flags.isEmpty)
        let ended = findings(world, entry(.programme, "tier-1", until: world.asOf))
        #expect(ended.flags == findings(world).flags)
        #expect(ended.notes.first?.hasSuffix("has ended and does not count") == true)
    }

    @Test func `a range holds the ranges inside it, of its own version`() throws {
        let wide = try #require(AllowedRange("203.0.112.0/20"))
        #expect(wide.holds("203.0.113.0/24") && !wide.holds("203.0.128.0/24") && !wide.holds("2001:db8::/48"))
        #expect(try #require(AllowedRange("2001:db8::/32")).holds("2001:db8:7::/48"))
        for text in ["203.0.113.9/32", "203.0.113.0", "x/8", "2001:db8::/64", "/24", "203.0.113.0/-1"] {
            #expect(AllowedRange(text) == nil)
        }
    }
}
