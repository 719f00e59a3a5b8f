import Evidence
import EvidenceCache
import HostileText
import Testing
import TextUI

@testable import Console

@Suite struct ClusterDecisionTests {
    private let cache: EvidenceCache
    private let cluster = Subject.cluster(ClusterID("C-003"))

    init() throws { cache = try Fixture.cache() }

    private func label(_ subject: Subject) throws -> Label? {
        try cache.label(of: subject, by: Fixture.analyst)?.label
    }

    private func labels(of role: Fixture.Member.Role = .injector) throws -> [Label?] {
        try Fixture.Member.all.filter { $0.role == role && $0.cluster != nil }.map { try label(.account($0.id)) }
    }

    @Test func `one digit labels the cluster and its members but for the exceptions, and one undo takes all back`()
        throws
    {
        var console = try Fixture.console("view:cluster id:C-003", on: cache)
        console.press("tab", "x", "j", "x", "1")
        #expect(try label(cluster) == nil)
        #expect(console.grid.text.contains("look at 5 by chance first (0 of 5 seen)"))
        console.press("1")
        #expect(try label(cluster) == .distillation)
        #expect(try labels().count { $0 == .distillation } == 6)
        #expect(try labels().count { $0 == nil } == 2)
        #expect(console.grid.text.contains("C-003 and 6 accounts labelled distillation, likely, 2 exceptions left out"))
        console.press("u")
        #expect(try label(cluster) == nil)
        #expect(try labels().allSatisfy { $0 == nil })
        console.press("^r")
        #expect(try labels().count { $0 == .distillation } == 6)
    }

    @Test func `who has looked at the sample decides at once`() throws {
        var console = try Fixture.console("view:cluster id:C-003", on: cache)
        for _ in 0..<5 {
            console.press("L")
            #expect(console.model.top.kind == .account)
            console.press("esc")
        }
        #expect(console.grid.text.contains("5 of 5 looked at"))
        console.press("C", "2")
        #expect(try label(cluster) == .relay)
        #expect(try cache.label(of: cluster, by: Fixture.analyst)?.confidence == .high)
        #expect(try labels().allSatisfy { $0 == .relay })
        // What was looked at is known in the next sitting too.
        #expect(try Fixture.console("view:cluster id:C-003", on: cache).grid.text.contains("5 of 5 looked at"))
    }

    @Test func `another digit is asked for anew`() throws {
        var console = try Fixture.console("view:cluster id:C-003", on: cache)
        console.press("1", "4", "1")
        #expect(try label(cluster) == nil)
        console.press("1")
        #expect(try label(cluster) == .distillation)
    }

    @Test func `a handful is labelled without a look`() throws {
        var console = try Fixture.console("view:cluster id:C-007", on: cache)
        console.press("4")
        #expect(try label(.cluster(ClusterID("C-007"))) == .benign)
        #expect(try labels(of: .grader).count { $0 == .benign } == 3)
    }

    @Test func `deciding on a cluster from the queue goes on to the next flag`() throws {
        var console = try Fixture.console("view:queue q:\"cluster:C-003\" sort:-score", on: cache)
        console.press("enter")
        #expect(console.model.top.kind == .cluster)
        console.press("1", "1")
        #expect(try label(cluster) == .distillation)
        #expect(console.model.top.kind == .account)
    }
}
