import CaseBundle
import Evidence
import EvidenceCache
import HostileText

/// Asks whether a bag is still where it was written, and still what was written. Reads the whole bag.
struct BagCheck: Question {
    var path: String
    /// The SHA-256 of its tagmanifest-sha256.txt when it was written.
    var digest: UntrustedText

    func answer(from cache: EvidenceCache, now: Instant) throws -> BagState {
        try BagState.of(path, writtenAs: digest)
    }
}
