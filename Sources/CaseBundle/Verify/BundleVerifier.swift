import Foundation
import HostileText

/// Checks a bag by RFC 8493 and by the rules of case bundles; reads it only.
public struct BundleVerifier: Sendable {
    /// A file in the form of ssh-keygen's ALLOWED SIGNERS, one of whom must have signed; `nil` accepts any good signature.
    public var allowedSigners: String?
    /// Whether a bag without a signature can be valid. One with a bad signature never is.
    public var allowsUnsigned: Bool
    /// Whether RFC 8493 alone is applied.
    public var appliesBagItAlone: Bool
    /// The program that checks signatures; `nil` where there is none.
    public var program: SSHKeygen?

    /// Makes a verifier that applies every rule.
    public init(
        program: SSHKeygen?, allowedSigners: String? = nil, allowsUnsigned: Bool = false,
        appliesBagItAlone: Bool = false
    ) {
        self.program = program
        self.allowedSigners = allowedSigners
        self.allowsUnsigned = allowsUnsigned
        self.appliesBagItAlone = appliesBagItAlone
    }

    /// Checks a bag. O(its bytes); lists every problem.
    ///
    /// - Throws: `UnreadableBag`; `SignatureProblem` where a signature should be checked and no program can.
    public func verify(_ bag: String) throws -> Verification {
        var inspection = try Inspection(of: bag, ours: !appliesBagItAlone)
        try inspection.checkDeclaration()
        try inspection.checkInfo()
        try inspection.checkManifests()
        try inspection.checkTagManifests()
        try inspection.checkFetch()
        if !appliesBagItAlone {
            inspection.checkEntries()
            try inspection.checkSignature(by: self)
            let document = try inspection.checkCase()
            try inspection.checkAudit(document)
            inspection.checkSTIX()
        }
        return inspection.verification
    }
}

/// A bag under inspection: what is in it, and what was found wrong so far.
struct Inspection {
    let tree: BagTree
    /// Whether our own rules are applied beside RFC 8493's.
    let ours: Bool
    /// The digests of every regular file.
    let digests: [String: DoubleDigest]
    var problems: Set<Verification.Problem> = []
    var summary = Verification.Summary()
    var info = BagInfo()

    init(of bag: String, ours: Bool) throws {
        let tree = try BagTree(at: bag)
        self.tree = tree
        self.ours = ours
        var digests: [String: DoubleDigest] = [:]
        for file in tree.files.keys { digests[file] = try tree.digests(of: file) }
        self.digests = digests
    }

    /// Notes a problem; one of our rules only where they are applied.
    mutating func note(_ rule: Verification.Rule, _ path: String, _ message: SafeText) {
        guard ours || !rule.isOurs else { return }
        problems.insert(Verification.Problem(rule, path, message))
    }

    var verification: Verification {
        let ordered = problems.sorted { left, right in
            if left.rule != right.rule { return left.rule < right.rule }
            if left.path != right.path { return left.path < right.path }
            return left.message.description < right.message.description
        }
        return Verification(problems: ordered, bag: summary)
    }
}

extension SafeText {
    /// A text of the bag, as it may stand in a message.
    static func quoted(_ text: some StringProtocol) -> SafeText {
        "“\(SafeText(UntrustedText(String(text)), limit: 120))”"
    }
}
