import Foundation
import HostileText

extension Inspection {
    /// A manifest of the bag.
    struct Listed {
        var path: String
        var algorithm: ManifestAlgorithm
        var manifest: Manifest
        var faults: [Manifest.Fault]
    }

    /// The manifests that are there, of the algorithms that are known.
    func manifests(tags: Bool = false) throws -> [Listed] {
        try ManifestAlgorithm.allCases.compactMap { algorithm in
            let path = tags ? algorithm.tagManifest : algorithm.manifest
            guard tree.files[path] != nil else { return nil }
            let (manifest, faults) = Manifest.reading(try tree.data(of: path), digits: algorithm.digits)
            return Listed(path: path, algorithm: algorithm, manifest: manifest, faults: faults)
        }
    }

    /// The payload and its manifests (RFC 8493, sections 2.1.2, 2.1.3 and 3), V2 and V6.
    mutating func checkManifests() throws {
        if tree.directories[BagLayout.payload] == nil {
            note(.bagitPayload, BagLayout.payload, "There is no payload directory.")
        }
        let manifests = try manifests()
        if manifests.isEmpty { note(.bagitManifest, "", "There is no payload manifest by SHA-256 or SHA-512.") }
        checkAlgorithms(prefix: "manifest-")
        for path in tree.illNamed where path.hasPrefix(BagLayout.payload + "/") {
            note(.bagitUnlisted, path, "Its name is not UTF-8, so no manifest can list it.")
        }
        for listed in manifests {
            note(faultsOf: listed)
            for (path, digest) in listed.manifest.digests {
                checkPlace(path, of: listed, inPayload: true)
                check(path, digest, of: listed)
            }
            for path in tree.payload where listed.manifest.digests[path] == nil {
                note(.bagitUnlisted, path, "It is not listed in \(SafeText(ours: listed.path)).")
            }
        }
        for algorithm in ManifestAlgorithm.allCases where tree.files[algorithm.manifest] == nil {
            note(.v2, algorithm.manifest, "It is missing: a case bundle has both payload manifests.")
        }
        if manifests.count == 2 {
            let sets = manifests.map { Set($0.manifest.digests.keys) }
            for path in sets[0].symmetricDifference(sets[1]) {
                note(.v2, path, "It is in one payload manifest and not in the other.")
            }
        }
    }

    /// Tag manifests (section 2.2.1), V3 and V6.
    mutating func checkTagManifests() throws {
        checkAlgorithms(prefix: "tagmanifest-")
        let own = Set(ManifestAlgorithm.allCases.map(\.tagManifest))
        let covered = tree.tags.filter { !own.contains($0) && !$0.hasPrefix(BagLayout.signatures + "/") }
        let manifests = try manifests(tags: true)
        for listed in manifests {
            note(faultsOf: listed)
            for (path, digest) in listed.manifest.digests {
                checkPlace(path, of: listed, inPayload: false)
                check(path, digest, of: listed)
            }
            for path in covered where listed.manifest.digests[path] == nil {
                note(.v3, path, "It is not covered by \(SafeText(ours: listed.path)).")
            }
        }
        for name in own where tree.files[name] == nil {
            note(.v3, name, "It is missing: a case bundle has both tag manifests.")
        }
    }

    private mutating func checkAlgorithms(prefix: String) {
        for path in tree.tags where path.hasPrefix(prefix) && path.hasSuffix(".txt") {
            let name = path.dropFirst(prefix.count).dropLast(4)
            if ManifestAlgorithm(rawValue: String(name)) == nil {
                note(
                    .bagitManifest, path,
                    "The algorithm \(SafeText.quoted(name)) is not one that is checked: sha256 and sha512 are.")
            }
        }
    }

    private mutating func note(faultsOf listed: Listed) {
        for fault in listed.faults {
            switch fault.kind {
            case .noText: note(.bagitManifestLine, listed.path, "Line \(fault.line) is not UTF-8.")
            case .syntax: note(.bagitManifestLine, listed.path, "Line \(fault.line) is not a digest and a path.")
            case .digest:
                note(
                    .bagitManifestLine, listed.path,
                    "Line \(fault.line) has no digest of \(listed.algorithm.digits) digits.")
            case .duplicate:
                note(.bagitManifestLine, listed.path, "Line \(fault.line) lists \(SafeText.quoted(fault.path)) again.")
            }
        }
    }

    /// Whether a listed path is where it may be.
    private mutating func checkPlace(_ path: String, of listed: Listed, inPayload: Bool) {
        if !BagPath.isContained(path) {
            note(.v6, listed.path, "\(SafeText.quoted(path)) leaves the bag.")
            note(.bagitPath, listed.path, "\(SafeText.quoted(path)) is not a relative path below the bag.")
        } else if inPayload, !path.hasPrefix(BagLayout.payload + "/") {
            note(.bagitPath, listed.path, "\(SafeText.quoted(path)) is not in the payload.")
        } else if !inPayload, path.hasPrefix("tagmanifest-") {
            note(.bagitPath, listed.path, "\(SafeText.quoted(path)) is a tag manifest, which no tag manifest may list.")
        }
        if !BagPath.isPortable(path: path) {
            note(
                .v5, listed.path,
                "\(SafeText.quoted(path)) has a name that is not of a–z, 0–9, point, dash and underscore.")
        }
    }

    /// Whether a listed file is there, with the digest listed. Paths that leave the bag are never opened.
    private mutating func check(_ path: String, _ digest: String, of listed: Listed) {
        guard let digests = digests[path] else {
            if BagPath.isContained(path) {
                note(.bagitMissing, path, "It is listed in \(SafeText(ours: listed.path)), and there is no such file.")
            }
            return
        }
        if digests.hex(listed.algorithm) != digest {
            note(
                .bagitDigest, path,
                "Its \(SafeText(ours: listed.algorithm.rawValue)) is not the one that \(SafeText(ours: listed.path)) gives: it was changed."
            )
        }
    }
}
