import HostileText

extension Inspection {
    /// What may be in a case bundle at all: V3, V4, V5.
    mutating func checkEntries() {
        for path in tree.others {
            note(.v4, path, "It is neither a regular file nor a directory.")
        }
        for path in tree.illNamed { note(.v5, path, "Its name is not UTF-8.") }
        for (path, isEmpty) in tree.directories {
            let isPayload = path == BagLayout.payload || path.hasPrefix(BagLayout.payload + "/")
            if isEmpty, isPayload, path != BagLayout.payload {
                note(.v4, path, "It is an empty directory, which no manifest can list.")
            } else if !isPayload, path != BagLayout.signatures, isEmpty || path.hasPrefix(BagLayout.signatures + "/") {
                note(.v3, path, "It is a directory that no manifest lists.")
            }
            checkName(of: path)
        }
        for path in tree.files.keys {
            if path.hasPrefix(BagLayout.signatures + "/"), path != BagLayout.signature {
                note(.v3, path, "It is not the signature, and no manifest lists it.")
            }
            checkName(of: path)
        }
    }

    private mutating func checkName(of path: String) {
        // Those above it are entries of their own.
        if let name = BagPath.components(of: path).last, !BagPath.isPortable(name: name) {
            note(
                .v5, path,
                "Its name is not of a–z, 0–9, point, dash and underscore, in at most \(BagPath.longestName) bytes.")
        }
    }

    /// STIX is for a later version of this program, which must not call it good unseen: V11.
    mutating func checkSTIX() {
        let hasSTIX = tree.directories[BagLayout.stix] != nil || tree.files[BagLayout.stix] != nil
        if hasSTIX { note(.v11, BagLayout.stix, "This version cannot check STIX; use one that can.") }
    }
}
