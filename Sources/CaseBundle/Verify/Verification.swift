public import HostileText

/// What a verifier found: everything that is wrong with a bag, not only the first thing.
public struct Verification: Hashable, Sendable {
    /// What is wrong, by rule and path. Empty for a valid bag.
    public var problems: [Problem]
    /// What the bag says it is.
    public var bag: Summary

    /// Whether nothing is wrong.
    public var isValid: Bool { problems.isEmpty }

    /// One thing that is wrong.
    public struct Problem: Hashable, Sendable {
        /// The rule that is broken.
        public var rule: Rule
        /// Where, below the bag; empty for the bag as a whole. Whoever made the bag chose it.
        public var path: UntrustedText
        /// What is wrong, in one sentence.
        public var message: SafeText

        init(_ rule: Rule, _ path: String, _ message: SafeText) {
            self.rule = rule
            self.path = UntrustedText(path)
            self.message = message
        }
    }

    /// What a bag says of itself. None of it is to be believed where there are problems.
    public struct Summary: Hashable, Sendable {
        /// The case.
        public var matter: UntrustedText?
        /// The hash of the activity log's last line.
        public var auditHead: UntrustedText?
        /// Who signed; `nil` for a bag without a good signature.
        public var signer: Signer?

        /// Nothing is known.
        init() {}
    }

    /// Whose signature a bag bears.
    public struct Signer: Hashable, Sendable {
        /// The key's fingerprint, such as `SHA256:…`.
        public var fingerprint: UntrustedText
        /// The name that the list of allowed signers gives the key; `nil` for an unverified signer.
        public var principal: UntrustedText?
    }

    /// The rules, by the names that reports use: `bagit-…` are RFC 8493's, the others ours.
    public enum Rule: String, CaseIterable, Codable, Hashable, Comparable, Sendable {
        /// bagit.txt is there and has its two lines.
        case bagitDeclaration = "bagit-declaration"
        /// There is a payload directory.
        case bagitPayload = "bagit-payload"
        /// bag-info.txt consists of labels and values.
        case bagitInfo = "bagit-info"
        /// There is a payload manifest of an algorithm that is known.
        case bagitManifest = "bagit-manifest"
        /// Each line of a manifest is a digest and a path, and no path comes twice.
        case bagitManifestLine = "bagit-manifest-line"
        /// Each path of a manifest is where it may be.
        case bagitPath = "bagit-path"
        /// Each file that a manifest lists is there.
        case bagitMissing = "bagit-missing"
        /// Each payload file is in every manifest.
        case bagitUnlisted = "bagit-unlisted"
        /// Each file has the digest that its manifest gives.
        case bagitDigest = "bagit-digest"
        /// The payload has the bytes and files that Payload-Oxum gives.
        case bagitOxum = "bagit-oxum"
        /// fetch.txt names files of the manifests, in its form.
        case bagitFetch = "bagit-fetch"

        /// bagit.txt has exactly its bytes.
        case v1 = "V1"
        /// Both payload manifests are there and list the same files.
        case v2 = "V2"
        /// Both tag manifests are there and cover every other file at the root but signatures; nothing else is there.
        case v3 = "V3"
        /// Regular files in directories, and nothing else: no link, no device, no empty directory in the payload.
        case v4 = "V4"
        /// Names are of `[a-z0-9._-]`, at most 200 bytes.
        case v5 = "V5"
        /// No path leaves the bag, judged name by name.
        case v6 = "V6"
        /// Payload-Oxum is there once, and right.
        case v7 = "V7"
        /// There is no fetch.txt.
        case v8 = "V8"
        /// The signature is good, and its signer allowed.
        case v9 = "V9"
        /// The activity log's chain holds, and its head is the one that bag-info.txt names.
        case v10 = "V10"
        /// STIX references are closed and ids right.
        case v11 = "V11"
        /// What case.json and query.json promise is there, in the numbers they give.
        case v12 = "V12"

        /// Whether it is a rule of ours, beyond RFC 8493.
        public var isOurs: Bool { rawValue.hasPrefix("V") }

        /// The order of this list.
        public static func < (left: Rule, right: Rule) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int { Rule.allCases.firstIndex(of: self) ?? 0 }
    }
}
