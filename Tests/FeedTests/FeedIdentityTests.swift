import Evidence
import Feed
import HostileText
import Testing

extension String {
    /// A text as a client of the platform would send it.
    var untrusted: UntrustedText { UntrustedText(self) }
}

struct FeedIdentityTests {
    @Test func `ids name a thing by what it joins`() {
        let account = AccountID("acct-1")
        let signal = Signal(subject: .cluster(ClusterID("C-1")), name: .circadian, value: 1, unit: "share")
        #expect(FeedRecord.id(of: signal) == "cluster:C-1:circadian")
        let membership = Membership(cluster: ClusterID("C-1"), account: account, weight: 1, kinds: [])
        #expect(FeedRecord.id(of: membership) == "C-1\u{1F}acct-1")
        let edge = Edge(AccountID("b"), AccountID("a"), weight: 1, reasons: [])
        #expect(FeedRecord.id(of: edge) == "a\u{1F}b")
    }

    @Test func `a document has one spelling`() throws {
        let organisation = Organisation(id: OrganisationID("a/b"), accounts: 2)
        let bytes = try FeedDocument.encode(organisation)
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"accounts":2,"id":"a/b"}"#)
        #expect(try FeedDocument.decode(Organisation.self, from: bytes) == organisation)
    }
}
